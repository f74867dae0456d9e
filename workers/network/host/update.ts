import { adam, adamRate, type StepSettings } from '../ensemble.ts';

/**
 * One step of an optimiser on `n` numbers from offset 0, in place: SGD with momentum
 * (v ← μv + g + λw, w ← w − ηv; Sutskever et al. 2013 in tfjs's form) or Adam. `l2` is 0 for biases.
 */
export function update(
  optimizer: 'sgd' | 'adam',
  weights: Float32Array,
  gradient: Float32Array,
  moments: readonly Float32Array[],
  step: number,
  settings: StepSettings,
  l2: number,
): void {
  const n = weights.length;
  if (optimizer === 'sgd') {
    const v = moments[0];
    const { learningRate, momentum } = settings;
    if (l2 === 0) {
      for (let i = 0; i < n; i++) {
        const next = momentum * v[i] + gradient[i];
        v[i] = next;
        weights[i] -= learningRate * next;
      }
      return;
    }
    for (let i = 0; i < n; i++) {
      const w = weights[i];
      const next = momentum * v[i] + gradient[i] + l2 * w;
      v[i] = next;
      weights[i] = w - learningRate * next;
    }
    return;
  }
  const [m, v] = moments;
  const { beta1, beta2, epsilon } = adam;
  const rate = adamRate(settings.learningRate, step);
  for (let i = 0; i < n; i++) {
    const g = gradient[i] + l2 * weights[i];
    m[i] = beta1 * m[i] + (1 - beta1) * g;
    v[i] = beta2 * v[i] + (1 - beta2) * g * g;
    weights[i] -= (rate * m[i]) / (Math.sqrt(v[i]) + epsilon);
  }
}

/** Scales each row of `weights` `[outputs, inputs]` down to norm `limit` where it is longer. */
export function boundNorms(
  weights: Float32Array,
  outputs: number,
  inputs: number,
  limit: number,
): void {
  for (let o = 0; o < outputs; o++) {
    const row = weights.subarray(o * inputs, (o + 1) * inputs);
    let squares = 0;
    for (let i = 0; i < inputs; i++) squares += row[i] * row[i];
    const norm = Math.sqrt(squares);
    if (norm > limit) {
      const factor = limit / norm;
      for (let i = 0; i < inputs; i++) row[i] *= factor;
    }
  }
}
