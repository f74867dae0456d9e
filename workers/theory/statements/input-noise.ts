import { generator } from '#lib/random/generator.ts';
import { key, streams } from '#lib/random/key.ts';
import { comparing } from '../tools/compare.ts';
import { dot, drawRegression } from '../tools/regression.ts';
import { statement } from '../statement.ts';

const draws = 50_000;
/** Standard errors that a sample may be off by: a true statement fails once in 150,000 tries. */
const allowed = 4.5;

/**
 * Gaussian noise of variance s² on the inputs of a linear model adds s²‖w‖² to its expected squared
 * error (Bishop 1995). The expectation of a square is exact by Gauss and Hermite's rule with two nodes,
 * ±s, in each input: 2ⁿ evaluations. Real normal draws are held against it as well, on one example.
 */
export const inputNoise = statement('input-noise', ({ inputs, examples, noise }, seed) => {
  const { X, y, w } = drawRegression(inputs, examples, seed);
  const residual = (row: number) => y[row] - dot(X, row * inputs, w);
  const norm = w.reduce((sum, weight) => sum + weight * weight, 0);

  const compared = comparing('equal');
  for (let row = 0; row < examples; row++) {
    let measured = 0;
    for (let bits = 0; bits < 2 ** inputs; bits++) {
      let shift = 0;
      for (let i = 0; i < inputs; i++) shift += (bits >>> i) & 1 ? w[i] : -w[i];
      measured += (residual(row) - noise * shift) ** 2;
    }
    compared.add(measured / 2 ** inputs, residual(row) ** 2 + noise ** 2 * norm);
  }

  const random = generator(key(seed, streams.inputNoise));
  let sum = 0;
  let squares = 0;
  for (let draw = 0; draw < draws; draw++) {
    let shift = 0;
    for (let i = 0; i < inputs; i++) shift += w[i] * random.normal();
    const error = (residual(0) - noise * shift) ** 2;
    sum += error;
    squares += error * error;
  }
  const sampled = sum / draws;
  const standardError = Math.sqrt(Math.max(0, squares / draws - sampled ** 2) / draws);
  const off = sampled - (residual(0) ** 2 + noise ** 2 * norm);
  const standardErrors = standardError > 1e-12 ? Math.abs(off) / standardError : 0;
  const outcome = compared.outcome({ details: { standardErrors } });
  return { ...outcome, holds: outcome.holds && standardErrors <= allowed };
});
