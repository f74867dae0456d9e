import { comparing } from '../tools/compare.ts';
import { sigmoidGap } from '../tools/sigmoid-gap.ts';
import { statement } from '../statement.ts';

/**
 * "|E σ(S) − σ(E S)| ≤ 2E(1−E)|1−2E|, E = E σ(S)" (Baldi and Sadowski 2013): an approximation that is
 * sometimes read as a bound. It is 0 at E = ½, where the gap need not be.
 */
export const outputVarianceBound = statement('output-variance-bound', (parameters, seed) => {
  const { inputs, cases, p } = parameters;
  const compared = comparing('at-most');
  let beyond = 0;
  for (let index = 0; index < cases; index++) {
    const { gap, mean } = sigmoidGap(inputs, p, seed, index);
    const bound = 2 * mean * (1 - mean) * Math.abs(1 - 2 * mean);
    compared.add(gap, bound);
    if (gap > bound) beyond++;
  }
  return compared.outcome({ details: { share: beyond / cases } });
});
