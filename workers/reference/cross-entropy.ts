import type { Precision } from './precision.ts';

/**
 * ln softmax of each row of logits `[count, classes]`: z_c − max − ln Σ exp(z − max). The largest logit
 * is taken off first, so that no exponential overflows.
 */
export function logSoftmax(
  logits: Float64Array,
  classes: number,
  { round, sum }: Precision,
): Float64Array {
  const out = new Float64Array(logits.length);
  for (let start = 0; start < logits.length; start += classes) {
    const z = logits.subarray(start, start + classes);
    const largest = z.reduce((a, b) => Math.max(a, b));
    let total = 0;
    for (const x of z) total = sum(total + Math.exp(round(x - largest)));
    const logTotal = round(Math.log(total));
    for (let c = 0; c < classes; c++) out[start + c] = round(round(z[c] - largest) - logTotal);
  }
  return out;
}

/** Mean cross-entropy in nats of log-probabilities `[count, classes]` under `labels` `[count]`. */
export function crossEntropy(
  logProbabilities: Float64Array,
  labels: ArrayLike<number>,
  count: number,
  { round, sum }: Precision,
): number {
  const classes = logProbabilities.length / count;
  let total = 0;
  for (let row = 0; row < count; row++) {
    total = sum(total - logProbabilities[row * classes + labels[row]]);
  }
  return round(total / count);
}

/** The derivative of the mean cross-entropy by the logits, (softmax − one-hot)/count `[count, classes]`. */
export function crossEntropyDelta(
  logProbabilities: Float64Array,
  labels: ArrayLike<number>,
  count: number,
  { round }: Precision,
): Float64Array {
  const classes = logProbabilities.length / count;
  return logProbabilities.map((logP, i) => {
    const row = Math.floor(i / classes);
    const target = labels[row] === i % classes ? 1 : 0;
    return round(round(round(Math.exp(logP)) - target) / count);
  });
}
