import type { Numbers } from '../tools/arithmetic.ts';

/**
 * Softmax cross-entropy of logits `[classes, count]`: returns the mean loss in nats, and makes the logits
 * the derivative of it, times `scale`: (softmax − one-hot)/count. The largest logit is taken off first.
 */
export function crossEntropy(
  logits: Numbers,
  labels: Int32Array,
  count: number,
  scale: number,
  round: (x: number) => number,
): number {
  const classes = logits.length / count;
  let loss = 0;
  for (let row = 0; row < count; row++) {
    let largest = -Infinity;
    for (let c = 0; c < classes; c++) {
      const z = logits[c * count + row];
      // Also true for NaN: a network that has diverged must not look healthy.
      if (!(z <= largest)) largest = z;
    }
    let sum = 0;
    for (let c = 0; c < classes; c++) sum += Math.exp(logits[c * count + row] - largest);
    loss -= logits[labels[row] * count + row] - largest - Math.log(sum);
    for (let c = 0; c < classes; c++) {
      const i = c * count + row;
      const p = Math.exp(logits[i] - largest) / sum;
      logits[i] = round((scale * (p - (c === labels[row] ? 1 : 0))) / count);
    }
  }
  return loss / count;
}
