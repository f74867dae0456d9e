import { activationNames } from '#lib/experiment/experiment.ts';
import { comparing } from '../tools/compare.ts';
import { drawNetwork, drawRows } from '../tools/draws.ts';
import { exactMeans } from '../tools/exact-means.ts';
import { switchedOff } from '../tools/members.ts';
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
    const sizes = [inputs, units, classes];
    const compared = comparing('equal');
    for (const activation of activationNames) {
      const problem = {
        sizes,
        activation,
        parameters: drawNetwork(sizes, seed),
        p: [p, 0],
        rows: drawRows(seed, examples, inputs),
        count: examples,
      };
      const off = switchedOff(problem);
      exactMeans(problem).geometric.forEach((mean, i) => compared.add(mean, Math.exp(off[i])));
    }
    return compared.outcome();
  },
);
