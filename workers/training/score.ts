export { largest, lossOf } from '#lib/experiment/score.ts';

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
