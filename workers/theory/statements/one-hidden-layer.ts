import { activationNames } from '#lib/experiment/experiment.ts';
import { comparing } from '../tools/compare.ts';
import { drawNetwork, drawRows } from '../tools/draws.ts';
import { exactMeans } from '../tools/exact-means.ts';
import { switchedOff } from '../tools/members.ts';
import { statement } from '../statement.ts';

const inputs = 6;
const examples = 10;

/**
 * One hidden layer of any activation, dropout on that layer alone: its masks come after the last
 * non-linearity, so the logits are linear in them and the geometric mean is the network with dropout
 * off (Hinton et al. 2012).
 */
export const oneHiddenLayer = statement('one-hidden-layer', ({ units, classes, p }, seed) => {
  const sizes = [inputs, units, classes];
  const compared = comparing('equal');
  for (const activation of activationNames) {
    const problem = {
      sizes,
      activation,
      parameters: drawNetwork(sizes, seed),
      p: [0, p],
      rows: drawRows(seed, examples, inputs),
      count: examples,
    };
    const off = switchedOff(problem);
    exactMeans(problem).geometric.forEach((mean, i) => compared.add(mean, Math.exp(off[i])));
  }
  return compared.outcome();
});
