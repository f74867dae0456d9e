/**
 * The mean prediction of several networks, and what it scores. Log-probabilities come in as
 * `[networks, count, classes]`.
 */

/** Log of the arithmetic mean over networks of their probabilities, `[count, classes]`. */
export function logMean(
  logProbabilities: readonly Float32Array[],
  networks: number,
  size: number,
  skip: (network: number) => boolean = () => false,
): Float64Array {
  const mean = new Float64Array(size);
  let used = 0;
  let network = 0;
  for (const pass of logProbabilities) {
    for (let m = 0; m < networks; m++, network++) {
      if (skip(m)) continue;
      used++;
      const start = m * size;
      for (let i = 0; i < size; i++) mean[i] += Math.exp(pass[start + i]);
    }
  }
  for (let i = 0; i < size; i++) mean[i] = Math.log(mean[i] / used);
  return mean;
}

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
