import type { ActivationName } from './experiment.ts';

/** All subnetworks of one network on some examples: what is averaged exactly. */
export interface ExactProblem {
  /** Units of each layer: inputs, hidden layers, classes (at least two). */
  sizes: readonly number[];
  activation: ActivationName;
  /**
   * One network: layer by layer from the input on, weights `[outputs, inputs]` row-major, then biases
   * `[outputs]`.
   */
  parameters: Float32Array;
  /** Drop probability of the input and of each hidden layer. */
  p: readonly number[];
  /** Examples `[count, inputs]`. */
  rows: Float32Array;
  count: number;
}

/** Sums over some of the masks, in float64; the arrays are `[count, classes]`. */
export interface ExactSums {
  /** Σ P(m) · probability: over all masks, the arithmetic mean. */
  arithmetic: Float64Array<ArrayBuffer>;
  /** Σ P(m) · log-probability: over all masks, the log of the geometric mean before it is normalised. */
  logarithmic: Float64Array<ArrayBuffer>;
  /** Σ P(m): 1 over all masks. */
  weight: number;
}

/** Adds the sums of chunks. The order decides the last bit: give them in the order of the chunks. */
export function addSums(chunks: readonly ExactSums[]): ExactSums {
  const total: ExactSums = {
    arithmetic: new Float64Array(chunks[0].arithmetic.length),
    logarithmic: new Float64Array(chunks[0].logarithmic.length),
    weight: 0,
  };
  for (const { arithmetic, logarithmic, weight } of chunks) {
    for (let i = 0; i < arithmetic.length; i++) {
      total.arithmetic[i] += arithmetic[i];
      total.logarithmic[i] += logarithmic[i];
    }
    total.weight += weight;
  }
  return total;
}
