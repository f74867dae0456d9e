import { activationNames } from '#lib/experiment/experiment.ts';
import { comparing } from '../tools/compare.ts';
import { compareWithOff } from '../tools/exact-means.ts';
import { networkOnExamples } from '../tools/members.ts';
import { statement } from '../statement.ts';

const classes = 4;
const examples = 10;

/**
 * The control of the one hidden layer: the same network with the mask on its inputs, before the
 * non-linearity. The geometric mean is then another number; so deep networks have a gap.
 */
export const maskBeforeNonlinearity = statement(
  'mask-before-nonlinearity',
  ({ inputs, units, p }, seed) => {
    const compared = comparing('equal');
    for (const activation of activationNames) {
      const sizes = [inputs, units, classes];
      const network = networkOnExamples(sizes, activation, [p, 0], examples, seed);
      compareWithOff(compared, network, 'geometric');
    }
    return compared.outcome();
  },
);
