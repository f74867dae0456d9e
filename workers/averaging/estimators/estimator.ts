/**
 * What one network predicts, each array `[examples · classes]`. Both are kept, since exponentials
 * are costly.
 */
export interface Prediction {
  logProbabilities: Float32Array;
  probabilities: Float32Array;
}

/** The prediction with these log-probabilities. */
export function predictionOf(logProbabilities: Float32Array): Prediction {
  const probabilities = new Float32Array(logProbabilities.length);
  for (let i = 0; i < probabilities.length; i++) probabilities[i] = Math.exp(logProbabilities[i]);
  return { logProbabilities, probabilities };
}

/** An average over networks that grows one network at a time. */
export interface RunningMean {
  /** Adds one more network. */
  add(prediction: Prediction): void;
  /** Log-probabilities of the average, `[examples · classes]`, written to `out`. */
  result(out: Float64Array): void;
  /** Forgets all networks that were added. */
  clear(): void;
}

/**
 * An average from the sum, in float64, of one of the arrays of every prediction, each of `size` numbers.
 * `finish` writes the log-probabilities of the average to `out`, from the sum over `k` networks.
 */
export function meanOfSum(
  size: number,
  summed: keyof Prediction,
  finish: (sum: Float64Array, k: number, out: Float64Array) => void,
): RunningMean {
  const sum = new Float64Array(size);
  let k = 0;
  return {
    add(prediction) {
      const numbers = prediction[summed];
      for (let i = 0; i < size; i++) sum[i] += numbers[i];
      k++;
    },
    result: (out) => finish(sum, k, out),
    clear() {
      sum.fill(0);
      k = 0;
    },
  };
}
