import type { ActivationName } from '../../../src/lib/experiment/experiment.ts';

/**
 * The exact average over all 2ⁿ subnetworks of one network, each weighted by its probability
 * ∏ p^(1−m)(1−p)^m: no sampling, no tensors, no backend, float64 throughout. Fixed chunks of masks are
 * summed by themselves, and their sums are added in the order of the chunks, so that the result is the
 * same to the last bit however many workers share the chunks.
 */
export interface ExactProblem {
  /** Units of each layer: inputs, hidden layers, classes (at least two). */
  sizes: readonly number[];
  activation: ActivationName;
  /** One network, in the order of `layout.ts`. */
  parameters: Float32Array;
  /** Drop probability of the input and of each hidden layer. */
  p: readonly number[];
  /** Examples `[count, inputs]`. */
  rows: Float32Array;
  count: number;
}
