/** The largest logit of the example `row`, from logits `z` `[classes, count]` without their biases. */
function largestLogit(
  z: Float32Array,
  bias: Float32Array,
  classes: number,
  count: number,
  row: number,
): number {
  let largest = -Infinity;
  for (let c = 0; c < classes; c++) {
    const logit = z[c * count + row] + bias[c];
    // `!(a <= b)` also holds for NaN: a diverged network must not look healthy.
    if (!(logit <= largest)) largest = logit;
  }
  return largest;
}

/**
 * Softmax and cross-entropy of one member. `z` `[classes, count]` are logits without their biases.
 * Writes δ = (softmax − one-hot)/count to `delta` `[classes, count]`, and its sum over the examples to
 * `biasGradient` `[classes]`. Returns the mean cross-entropy in nats.
 */
export function crossEntropy(
  z: Float32Array,
  bias: Float32Array,
  labels: Int32Array,
  classes: number,
  count: number,
  delta: Float32Array,
  biasGradient: Float32Array,
): number {
  biasGradient.fill(0, 0, classes);
  let loss = 0;
  for (let row = 0; row < count; row++) {
    const largest = largestLogit(z, bias, classes, count, row);
    let sum = 0;
    for (let c = 0; c < classes; c++) {
      const e = Math.exp(z[c * count + row] + bias[c] - largest);
      delta[c * count + row] = e;
      sum += e;
    }
    const label = labels[row];
    loss -= z[label * count + row] + bias[label] - largest - Math.log(sum);
    for (let c = 0; c < classes; c++) {
      const i = c * count + row;
      const d = (delta[i] / sum - (c === label ? 1 : 0)) / count;
      delta[i] = d;
      biasGradient[c] += d;
    }
  }
  return loss / count;
}

/**
 * Log-probabilities of one member from logits `[classes, count]` without their biases, written to
 * `out` `[count, classes]`.
 */
export function logSoftmax(
  z: Float32Array,
  bias: Float32Array,
  classes: number,
  count: number,
  out: Float32Array,
): void {
  for (let row = 0; row < count; row++) {
    const largest = largestLogit(z, bias, classes, count, row);
    let sum = 0;
    for (let c = 0; c < classes; c++) sum += Math.exp(z[c * count + row] + bias[c] - largest);
    const shift = largest + Math.log(sum);
    for (let c = 0; c < classes; c++) out[row * classes + c] = z[c * count + row] + bias[c] - shift;
  }
}
