/** Scores of log-probabilities `[count, classes]`, the same for a page, a worker and Node. */

/** Index of the largest of `classes` numbers from `start`; the first of equals. NaN is never chosen. */
export function largest(numbers: ArrayLike<number>, start: number, classes: number): number {
  let best = 0;
  for (let c = 1; c < classes; c++) {
    if (numbers[start + c] > numbers[start + best] || Number.isNaN(numbers[start + best])) best = c;
  }
  return best;
}

/**
 * The largest NLL of one example, in nats: the smallest normal float32 probability. A mean over
 * examples stays finite when one class got probability 0.
 */
const worstLoss = -Math.log(2 ** -126);

/** NLL of one example from its log-probability. */
export function lossOf(logProbability: number): number {
  return Number.isNaN(logProbability) ? worstLoss : Math.min(worstLoss, -logProbability);
}

/** 1 where an example is predicted wrongly, and its NLL in nats; both `[count]`. */
export function scoresOf(
  logProbabilities: ArrayLike<number>,
  labels: Int32Array,
  classes: number,
): { wrong: Uint8Array<ArrayBuffer>; loss: Float32Array<ArrayBuffer> } {
  return {
    wrong: Uint8Array.from(labels, (label, row) =>
      largest(logProbabilities, row * classes, classes) === label ? 0 : 1,
    ),
    loss: Float32Array.from(labels, (label, row) =>
      lossOf(logProbabilities[row * classes + label]),
    ),
  };
}
