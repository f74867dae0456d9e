import { streams } from '#lib/random/key.ts';
import { keptScale } from '../../network/masks.ts';
import { comparing } from '../tools/compare.ts';
import { normals } from '../tools/draws.ts';
import { eachMask } from '../tools/enumerate.ts';
import { dot, drawRegression } from '../tools/regression.ts';
import { statement } from '../statement.ts';

/**
 * Linear regression with input dropout, at any weights w:
 * E‖y − X̃w‖² = ‖y − Xw‖² + p/(1−p)·‖Γw‖², Γ² = diag(XᵀX) (Srivastava et al. 2014, §9.1, inverted form).
 * Both sides are divided by the number of examples.
 */
export const linearRegression = statement('linear-regression', ({ inputs, examples, p }, seed) => {
  const { X, y } = drawRegression(inputs, examples, seed);
  const w = normals(seed, streams.initialWeights, inputs, 1 / Math.sqrt(inputs), 1);
  const scale = keptScale(p);
  const compared = comparing('equal');
  const masked = new Float64Array(inputs);
  let measured = 0;
  eachMask(inputs, p, (kept, weight) => {
    for (let i = 0; i < inputs; i++) masked[i] = kept[i] * scale * w[i];
    let squares = 0;
    for (let row = 0; row < examples; row++)
      squares += (y[row] - dot(X, row * inputs, masked)) ** 2;
    measured += weight * (squares / examples);
  });
  let plain = 0;
  let penalty = 0;
  for (let row = 0; row < examples; row++) {
    plain += (y[row] - dot(X, row * inputs, w)) ** 2;
    for (let i = 0; i < inputs; i++) penalty += (X[row * inputs + i] * w[i]) ** 2;
  }
  compared.add(measured, (plain + (p / (1 - p)) * penalty) / examples);
  return compared.outcome();
});
