import { comparing } from '../tools/compare.ts';
import { statement } from '../statement.ts';
import { drawUnit, eachSum, logSigmoid, meanSum, sigmoid } from '../tools/units.ts';

const cases = 50;

/**
 * One sigmoid unit: with G = ∏ σ(S)^P and G′ = ∏ (1 − σ(S))^P over all masks, G/(G + G′) = σ(E[S])
 * (Baldi and Sadowski 2013, equation 6).
 */
export const sigmoidUnit = statement('sigmoid-unit', ({ inputs, p }, seed) => {
  const compared = comparing('equal');
  for (let index = 0; index < cases; index++) {
    const unit = drawUnit(inputs, seed, index);
    let on = 0;
    let off = 0;
    eachSum(unit, p, (sum, weight) => {
      on += weight * logSigmoid(sum);
      off += weight * logSigmoid(-sum);
    });
    // Divided by the larger of the two, which may both be too small for a float64.
    const largest = Math.max(on, off);
    const [G, rest] = [Math.exp(on - largest), Math.exp(off - largest)];
    compared.add(G / (G + rest), sigmoid(meanSum(unit)));
  }
  return compared.outcome();
});
