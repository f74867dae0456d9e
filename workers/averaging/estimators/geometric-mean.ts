import type { RunningMean } from './estimator.ts';

/**
 * The normalised geometric mean of the networks' probabilities: the softmax of the mean of their
 * log-probabilities (Hinton et al. 2012), summed in float64.
 */
export function geometricMean(size: number, classes: number): RunningMean {
  const sum = new Float64Array(size);
  let k = 0;
  return {
    add({ logProbabilities }) {
      for (let i = 0; i < size; i++) sum[i] += logProbabilities[i];
      k++;
    },
    result(out) {
      for (let start = 0; start < size; start += classes) {
        let largest = -Infinity;
        for (let c = 0; c < classes; c++) largest = Math.max(largest, sum[start + c] / k);
        let total = 0;
        for (let c = 0; c < classes; c++) total += Math.exp(sum[start + c] / k - largest);
        const shift = largest + Math.log(total);
        for (let c = 0; c < classes; c++) out[start + c] = sum[start + c] / k - shift;
      }
    },
    clear() {
      sum.fill(0);
      k = 0;
    },
  };
}
