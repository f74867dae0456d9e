import { comparing } from '../tools/compare.ts';
import { drawRows } from '../tools/draws.ts';
import { dot, dropoutMinimiser, drawRegression } from '../tools/regression.ts';
import { statement } from '../statement.ts';

const tested = 200;

/**
 * "Dropout always helps." Not where there is no noise to hold back: the targets here are Xw exactly, plain
 * least squares finds w, and dropout, a penalty like any other, shrinks it. Measured: mean squared
 * error on new examples with dropout; the claim's bound is the error without.
 */
export const alwaysHelps = statement('always-helps', ({ inputs, examples, p }, seed) => {
  const regression = drawRegression(inputs, examples, seed, 0);
  const X = Float64Array.from(drawRows(seed, tested, inputs, 1));
  const error = (w: Float64Array) => {
    let squares = 0;
    for (let row = 0; row < tested; row++) {
      squares += (dot(X, row * inputs, w) - dot(X, row * inputs, regression.w)) ** 2;
    }
    return squares / tested;
  };
  const compared = comparing('at-most');
  compared.add(error(dropoutMinimiser(regression, p)), error(dropoutMinimiser(regression, 0)));
  return { ...compared.outcome(), checks: tested };
});
