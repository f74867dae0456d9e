import { comparing } from '../tools/compare.ts';
import { sigmoidGap } from '../tools/sigmoid-gap.ts';
import { statement } from '../statement.ts';

/**
 * |E σ(S) − σ(E S)| ≤ Var(S)/(12√3). By Taylor around E S the linear term has mean 0 and the next is
 * σ″(ξ)/2·(S − E S)²; |σ″| = σ(1−σ)|1−2σ| is largest at σ = ½ ± 1/(2√3), where it is 1/(6√3).
 */
export const inputVarianceBound = statement('input-variance-bound', (parameters, seed) => {
  const { inputs, cases, p } = parameters;
  const compared = comparing('at-most');
  for (let index = 0; index < cases; index++) {
    const { gap, variance } = sigmoidGap(inputs, p, seed, index);
    compared.add(gap, variance / (12 * Math.sqrt(3)));
  }
  return compared.outcome();
});
