/** What one network predicts, each array `[examples · classes]`. Both, since taking exponentials costs. */
export interface Prediction {
  logProbabilities: Float32Array;
  probabilities: Float32Array;
}

/** The prediction of log-probabilities. */
export function predictionOf(logProbabilities: Float32Array): Prediction {
  const probabilities = new Float32Array(logProbabilities.length);
  for (let i = 0; i < probabilities.length; i++) probabilities[i] = Math.exp(logProbabilities[i]);
  return { logProbabilities, probabilities };
}

/** An average over networks that grows one network at a time. */
export interface RunningMean {
  /** One more network. */
  add(prediction: Prediction): void;
  /** Log-probabilities of the average, `[examples · classes]`, written to `out`. */
  result(out: Float64Array): void;
  /** Begins anew. */
  clear(): void;
}
