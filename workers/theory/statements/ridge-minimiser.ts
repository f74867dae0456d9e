import { keptScale } from '../../network/masks.ts';
import { comparing } from '../tools/compare.ts';
import { eachMask } from '../tools/enumerate.ts';
import { dropoutMinimiser, drawRegression, normalEquations } from '../tools/regression.ts';
import { solve } from '../tools/solve.ts';
import { statement } from '../statement.ts';

/**
 * The weights with the smallest expected squared error under input dropout are
 * (XᵀX + p/(1−p)·diag XᵀX)⁻¹Xᵀy (Srivastava et al. 2014, §9.1, inverted form). Measured: the solution of
 * E[X̃ᵀX̃] w = E[X̃]ᵀy, both expectations by enumeration of the masks.
 */
export const ridgeMinimiser = statement('ridge-minimiser', ({ inputs, examples, p }, seed) => {
  const regression = drawRegression(inputs, examples, seed);
  const { A, b } = normalEquations(regression);
  const scale = keptScale(p);
  const first = new Float64Array(inputs);
  const second = new Float64Array(inputs * inputs);
  eachMask(inputs, p, (kept, weight) => {
    for (let i = 0; i < inputs; i++) {
      first[i] += weight * kept[i] * scale;
      for (let j = 0; j < inputs; j++) {
        second[i * inputs + j] += weight * kept[i] * scale * kept[j] * scale;
      }
    }
  });
  const measured = solve(
    A.map((a, i) => a * second[i]),
    b.map((value, i) => value * first[i]),
  );
  const compared = comparing('equal');
  dropoutMinimiser(regression, p).forEach((weight, i) => compared.add(measured[i], weight));
  return compared.outcome();
});
