import { largest } from '#lib/experiment/score.ts';

/** How often predictions are right, by how sure they are. Arrays `[bins]`; NaN where a bin is empty. */
export interface Calibration {
  count: Int32Array<ArrayBuffer>;
  /** Mean probability of the predicted class. */
  confidence: Float64Array<ArrayBuffer>;
  /** Share that is right. */
  accuracy: Float64Array<ArrayBuffer>;
  /** Expected calibration error: Σ count/n · |accuracy − confidence|. */
  ece: number;
  /**
   * What a network that is never over- or underconfident would show on as many examples with these
   * confidences q, by chance alone: Σ_b √(2/π · Σ_{i∈b} q(1−q)) / n, the mean of |N(0, Var)| in each bin.
   */
  chance: number;
}

/**
 * Calibration of log-probabilities `[examples, classes]` in `bins` bins of equal width, bin b holding
 * the confidences in (b/bins, (b+1)/bins] (Guo et al. 2017, equation 3, who take 15).
 */
export function calibrationOf(
  logProbabilities: ArrayLike<number>,
  labels: Int32Array,
  classes: number,
  bins: number,
): Calibration {
  const count = new Int32Array(bins);
  const confidence = new Float64Array(bins);
  const accuracy = new Float64Array(bins);
  const variance = new Float64Array(bins);
  labels.forEach((label, row) => {
    const chosen = largest(logProbabilities, row * classes, classes);
    const q = Math.exp(logProbabilities[row * classes + chosen]);
    const bin = Math.min(bins - 1, Math.max(0, Math.ceil(q * bins) - 1));
    count[bin]++;
    confidence[bin] += q;
    if (chosen === label) accuracy[bin]++;
    variance[bin] += q * (1 - q);
  });
  let ece = 0;
  let chance = 0;
  for (let b = 0; b < bins; b++) {
    ece += Math.abs(accuracy[b] - confidence[b]) / labels.length;
    chance += Math.sqrt((2 / Math.PI) * Math.max(0, variance[b])) / labels.length;
    confidence[b] /= count[b];
    accuracy[b] /= count[b];
  }
  return { count, confidence, accuracy, ece, chance };
}
