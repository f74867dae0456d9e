/** What is followed through a stack; each is a number a layer of one random network. */

/**
 * - `mean`, `second`, `variance`: of the activations, over units and inputs; `second` is the mean square.
 * - `one`: the mean square of the activations of the first input alone, whose law is known.
 * - `gradient`, `oneGradient`: the mean square of the derivative by the activations, of all inputs and of
 *   the first. It comes from independent normal numbers of variance 1 at the top.
 * - `weights`: the mean square of the derivative by the weights, summed over the inputs, divided by their
 *   number.
 * - `saturated`: the share of units and inputs where the activation's derivative is below
 *   `saturation` of its largest; `dead`: the share of units where that is so for every input.
 *
 * `weights`, `saturated` and `dead` are NaN for the input, which has none.
 */
export const signalQuantities = [
  'mean',
  'second',
  'variance',
  'one',
  'gradient',
  'oneGradient',
  'weights',
  'saturated',
  'dead',
] as const;
export type SignalQuantity = (typeof signalQuantities)[number];

/** A unit counts as saturated where its derivative is below this share of the activation's largest. */
export const saturation = 0.01;

/** Shares of the random networks that lie below the quantiles of an answer, in its order. */
export const quantileLevels = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
