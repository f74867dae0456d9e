import { streams } from '#lib/random/key.ts';
import { normals } from './draws.ts';
import { solve } from './solve.ts';

/** A linear regression: inputs X `[examples, inputs]`, targets y, and weights w to be judged. */
export interface Regression {
  inputs: number;
  examples: number;
  X: Float64Array;
  y: Float64Array;
  w: Float64Array;
}

/** Normal inputs; targets with as much noise as signal where `noise` is 1, none where it is 0. */
export function drawRegression(
  inputs: number,
  examples: number,
  seed: number,
  noise = 1,
): Regression {
  const X = normals(seed, streams.dataPoint, examples * inputs);
  const w = normals(seed, streams.initialWeights, inputs, 1 / Math.sqrt(inputs));
  const errors = normals(seed, streams.dataNoise, examples, noise);
  const y = errors.map((error, row) => error + dot(X, row * inputs, w));
  return { inputs, examples, X, y, w };
}

/** x·w for the row of X that begins at `start`. */
export function dot(X: Float64Array, start: number, w: Float64Array): number {
  let total = 0;
  for (let i = 0; i < w.length; i++) total += X[start + i] * w[i];
  return total;
}

/** XᵀX `[inputs, inputs]` and Xᵀy `[inputs]`. */
export function normalEquations({ inputs, examples, X, y }: Regression) {
  const A = new Float64Array(inputs * inputs);
  const b = new Float64Array(inputs);
  for (let row = 0; row < examples; row++) {
    for (let i = 0; i < inputs; i++) {
      const x = X[row * inputs + i];
      b[i] += x * y[row];
      for (let j = 0; j < inputs; j++) A[i * inputs + j] += x * X[row * inputs + j];
    }
  }
  return { A, b };
}

/** (XᵀX + p/(1−p)·diag XᵀX)⁻¹ Xᵀy: what dropout at p ends in. p = 0 is ordinary least squares. */
export function dropoutMinimiser(regression: Regression, p: number): Float64Array {
  const { A, b } = normalEquations(regression);
  for (let i = 0; i < b.length; i++) A[i * b.length + i] *= 1 + p / (1 - p);
  return solve(A, b);
}
