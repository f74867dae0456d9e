import { generator } from '#lib/random/generator.ts';
import { key, streams } from '#lib/random/key.ts';
import { comparing } from '../tools/compare.ts';
import { drawLabels } from '../tools/draws.ts';
import { exactMeans } from '../tools/exact-means.ts';
import { networkOnExamples, switchedOff } from '../tools/members.ts';
import { statement } from '../statement.ts';

const inputs = 4;
const classes = 3;
const examples = 20;

/**
 * "The average over all subnetworks has a lower NLL than dropout off." Not where the network with
 * dropout off is right: labels are drawn here from what it says, and the mean, which is less sure of
 * itself, is worse by KL(off ‖ mean) ≥ 0 on average (Gibbs). With blind labels it is the other way
 * round more often; that share is given too.
 */
export const ensembleBeatsOff = statement('ensemble-beats-off', ({ units, networks, p }, seed) => {
  const compared = comparing('at-most');
  let worse = 0;
  let worseBlindly = 0;
  for (let index = 0; index < networks; index++) {
    const sizes = [inputs, units, units, classes];
    const network = networkOnExamples(sizes, 'relu', [0, p, p], examples, seed, index);
    const off = switchedOff(network).map(Math.exp);
    const { arithmetic } = exactMeans(network);
    const random = generator(key(seed, streams.dataLabel, index, 1));
    const own = Int32Array.from({ length: examples }, (_, row) =>
      drawn(off.subarray(row * classes, (row + 1) * classes), random.uniform()),
    );
    const blind = drawLabels(seed, examples, classes, index);
    compared.add(nll(arithmetic, own), nll(off, own));
    if (nll(arithmetic, own) > nll(off, own)) worse++;
    if (nll(arithmetic, blind) > nll(off, blind)) worseBlindly++;
  }
  return compared.outcome({
    details: { share: worse / networks, randomShare: worseBlindly / networks },
  });
});

/** The class that the uniform number `u` falls in. */
function drawn(probabilities: Float64Array, u: number): number {
  let rest = u;
  for (let c = 0; c < probabilities.length - 1; c++) {
    rest -= probabilities[c];
    if (rest < 0) return c;
  }
  return probabilities.length - 1;
}

function nll(probabilities: Float64Array, labels: Int32Array): number {
  const total = labels.reduce(
    (sum, label, row) => sum - Math.log(probabilities[row * classes + label]),
    0,
  );
  return total / labels.length;
}
