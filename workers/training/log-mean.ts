/**
 * Log of the arithmetic mean over networks of their probabilities, `[size]`, from the log-probabilities of
 * some passes, each `[networks, size]`. Networks to `skip` take no part in any pass.
 */
export function logMean(
  logProbabilities: readonly Float32Array[],
  networks: number,
  size: number,
  skip: (network: number) => boolean = () => false,
): Float64Array {
  const mean = new Float64Array(size);
  let used = 0;
  for (const pass of logProbabilities) {
    for (let m = 0; m < networks; m++) {
      if (skip(m)) continue;
      used++;
      const start = m * size;
      for (let i = 0; i < size; i++) mean[i] += Math.exp(pass[start + i]);
    }
  }
  for (let i = 0; i < size; i++) mean[i] = Math.log(mean[i] / used);
  return mean;
}
