import { meanOfSum, type RunningMean } from './estimator.ts';

/**
 * The normalised geometric mean of the networks' probabilities: the softmax of the mean of their
 * log-probabilities (Hinton et al. 2012).
 */
export function geometricMean(size: number, classes: number): RunningMean {
  return meanOfSum(size, 'logProbabilities', (sum, k, out) => {
    for (let start = 0; start < size; start += classes) {
      let largest = -Infinity;
      for (let c = 0; c < classes; c++) largest = Math.max(largest, sum[start + c] / k);
      let total = 0;
      for (let c = 0; c < classes; c++) total += Math.exp(sum[start + c] / k - largest);
      const shift = largest + Math.log(total);
      for (let c = 0; c < classes; c++) out[start + c] = sum[start + c] / k - shift;
    }
  });
}
