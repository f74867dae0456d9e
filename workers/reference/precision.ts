import { f16round } from './float16.ts';

/**
 * The arithmetic that a network is computed with. Every operation is done in float64 and then rounded:
 * `round` makes what is stored (weights, activations, gradients, moments), `sum` the accumulator of a
 * sum. Half precision stores in one format and accumulates in another, hence two.
 */
export interface Precision {
  round(x: number): number;
  sum(x: number): number;
}

/** Double precision, as JavaScript computes. */
export const float64: Precision = { round: (x) => x, sum: (x) => x };

/** IEEE single precision throughout. */
export const float32: Precision = { round: Math.fround, sum: Math.fround };

/**
 * Half precision as hardware offers it for training: what is stored has 16 bits, sums run in single
 * precision (Micikevicius et al. 2018, "Mixed Precision Training", §3.3).
 */
export const float16: Precision = { round: f16round, sum: Math.fround };
