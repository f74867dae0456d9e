import type { ActivationName } from '#lib/experiment/experiment.ts';

/** An activation, on numbers and in GLSL. */
export interface Activation {
  value(z: number): number;
  /** The derivative, from the activated value a = value(z): every activation here allows that. */
  slope(a: number): number;
  /** A GLSL expression of `vec4 z`. */
  glslValue: string;
  /** A GLSL expression of `vec4 a`. */
  glslSlope: string;
}

/**
 * The activations by name. NaN stays NaN in each (`z < 0 ? 0 : z`, not `z > 0 ? z : 0`), since a
 * network that has diverged must not look healthy.
 */
export const activations: Record<ActivationName, Activation> = {
  relu: {
    value: (z) => (z + Math.abs(z)) / 2,
    slope: (a) => Number(a > 0),
    glslValue: 'mix(z, vec4(0.0), lessThan(z, vec4(0.0)))',
    glslSlope: 'vec4(greaterThan(a, vec4(0.0)))',
  },
  tanh: {
    value: Math.tanh,
    slope: (a) => 1 - a * a,
    glslValue: 'tanh(clamp(z, -20.0, 20.0))',
    glslSlope: '1.0 - a * a',
  },
  sigmoid: {
    value: (z) => 1 / (1 + Math.exp(-z)),
    slope: (a) => a * (1 - a),
    glslValue: '1.0 / (1.0 + exp(-z))',
    glslSlope: 'a * (1.0 - a)',
  },
};
