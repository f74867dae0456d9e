import type { StackActivation } from '#lib/experiment/stability/stack.ts';
import { activations } from '../../network/activations.ts';

/** An activation of a stack. */
export interface Activation {
  value(z: number): number;
  /** The derivative, from the activated value a = value(z). */
  slope(a: number): number;
  /** The largest derivative: that at 0, or to the right of it. */
  steepest: number;
}

/**
 * The activations by name. NaN stays NaN in each. The ReLU of −Inf is 0, which the one of
 * `network/activations.ts` need not know.
 */
export const stackActivation: Record<StackActivation, Activation> = {
  none: { value: (z) => z, slope: () => 1, steepest: 1 },
  relu: { value: (z) => (z < 0 ? 0 : z), slope: (a) => (a > 0 ? 1 : 0), steepest: 1 },
  sigmoid: { ...activations.sigmoid, steepest: 0.25 },
  tanh: { ...activations.tanh, steepest: 1 },
  /** 4σ(z) − 2 = 2 tanh(z/2), whose derivative is 1 − a²/4. */
  'scaled-sigmoid': {
    value: (z) => 2 * Math.tanh(z / 2),
    slope: (a) => 1 - (a * a) / 4,
    steepest: 1,
  },
};
