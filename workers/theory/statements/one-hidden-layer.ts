import { activationNames } from '#lib/experiment/experiment.ts';
import { comparing } from '../tools/compare.ts';
import { compareWithOff } from '../tools/exact-means.ts';
import { networkOnExamples } from '../tools/members.ts';
import { statement } from '../statement.ts';

const inputs = 6;
const examples = 10;

/**
 * One hidden layer of any activation, dropout on that layer alone: its masks come after the last
 * non-linearity, so the logits are linear in them and the geometric mean is the network with dropout
 * off (Hinton et al. 2012).
 */
export const oneHiddenLayer = statement('one-hidden-layer', ({ units, classes, p }, seed) => {
  const compared = comparing('equal');
  for (const activation of activationNames) {
    const sizes = [inputs, units, classes];
    const network = networkOnExamples(sizes, activation, [0, p], examples, seed);
    compareWithOff(compared, network, 'geometric');
  }
  return compared.outcome();
});
