import type { RunningMean } from './estimator.ts';

/** The arithmetic mean of the networks' probabilities, summed in float64. */
export function arithmeticMean(size: number): RunningMean {
  const sum = new Float64Array(size);
  let k = 0;
  return {
    add({ probabilities }) {
      for (let i = 0; i < size; i++) sum[i] += probabilities[i];
      k++;
    },
    result(out) {
      for (let i = 0; i < size; i++) out[i] = Math.log(sum[i] / k);
    },
    clear() {
      sum.fill(0);
      k = 0;
    },
  };
}
