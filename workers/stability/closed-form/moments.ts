import type { StackActivation } from '#lib/experiment/stability/stack.ts';
import { stackActivation } from '../tools/activations.ts';

/** What an activation φ makes of a normal pre-activation z of mean 0 and variance q. */
export interface Moments {
  /** E φ(z). */
  mean: number;
  /** E φ(z)². */
  square: number;
  /** E φ′(z)². */
  slope: number;
}

/**
 * The moments of an activation. Exact for the ReLU and for `none`; by quadrature, to about 1e-12,
 * for the others.
 */
export function momentsOf(activation: StackActivation, q: number): Moments {
  switch (activation) {
    case 'none':
      return { mean: 0, square: q, slope: 1 };
    case 'relu':
      return { mean: Math.sqrt(q / (2 * Math.PI)), square: q / 2, slope: 1 / 2 };
    default:
      return byQuadrature(activation, Math.sqrt(q));
  }
}

/** Less than 1e-18 of a normal distribution lies beyond this many standard deviations. */
const REACH = 9;

/**
 * The trapezoidal rule over x in ±9, z = σx. It converges exponentially in 1/step for functions without
 * singularities near the real axis (Trefethen and Weideman 2014, §5): those of tanh and σ are at z = ±iπ/2
 * or ±iπ, that is π/(2σ) in x, which is what the step follows.
 */
function byQuadrature(activation: StackActivation, sigma: number): Moments {
  const { value, slope } = stackActivation[activation];
  const nodes = Math.min(20_000, Math.ceil(2 * REACH * 8 * (1 + sigma)));
  const step = (2 * REACH) / nodes;
  const sums = { weight: 0, mean: 0, square: 0, slope: 0 };
  for (let i = 0; i <= nodes; i++) {
    const x = i * step - REACH;
    const weight = Math.exp((-x * x) / 2);
    const a = value(sigma * x);
    const s = slope(a);
    sums.weight += weight;
    sums.mean += weight * a;
    sums.square += weight * a * a;
    sums.slope += weight * s * s;
  }
  const { weight } = sums;
  return { mean: sums.mean / weight, square: sums.square / weight, slope: sums.slope / weight };
}
