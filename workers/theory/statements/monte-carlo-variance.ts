import { comparing } from '../tools/compare.ts';
import { crowdOf, distance } from '../tools/crowd.ts';
import { statement } from '../statement.ts';

/**
 * The mean p̄_k of k subnetworks drawn at random is off the mean of all by E‖p̄_k − p̄‖² = tr Cov / k.
 * Exact: every ordered choice of k of the 2ⁿ subnetworks, weighted by its probability.
 */
export const monteCarloVariance = statement('monte-carlo-variance', ({ units, draws, p }, seed) => {
  const crowd = crowdOf(units, p, seed);
  const { weights, predictions, mean, classes } = crowd;
  const sums = Array.from({ length: draws + 1 }, () => new Float64Array(classes));
  const average = new Float64Array(classes);
  let measured = 0;

  function choose(chosen: number, weight: number): void {
    if (chosen === draws) {
      for (let c = 0; c < classes; c++) average[c] = sums[draws][c] / draws;
      measured += weight * distance(average, mean);
      return;
    }
    for (let m = 0; m < predictions.length; m++) {
      for (let c = 0; c < classes; c++) {
        sums[chosen + 1][c] = sums[chosen][c] + predictions[m][c];
      }
      choose(chosen + 1, weight * weights[m]);
    }
  }
  choose(0, 1);
  const compared = comparing('equal');
  compared.add(measured, crowd.spread / draws);
  return { ...compared.outcome(), checks: predictions.length ** draws };
});
