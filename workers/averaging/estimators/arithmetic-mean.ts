import { meanOfSum, type RunningMean } from './estimator.ts';

/** The arithmetic mean of the networks' probabilities. */
export function arithmeticMean(size: number): RunningMean {
  return meanOfSum(size, 'probabilities', (sum, k, out) => {
    for (let i = 0; i < size; i++) out[i] = Math.log(sum[i] / k);
  });
}
