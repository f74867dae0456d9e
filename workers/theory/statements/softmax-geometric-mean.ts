import { comparing } from '../tools/compare.ts';
import { compareWithOff } from '../tools/exact-means.ts';
import { networkOnExamples } from '../tools/members.ts';
import { statement } from '../statement.ts';

const examples = 20;

/**
 * Softmax regression with input dropout: the normalised weighted geometric mean of all 2ⁿ subnetworks
 * is the network with dropout off (Goodfellow, Bengio and Courville 2016, §7.12). The bias is not dropped.
 */
export const softmaxGeometricMean = statement(
  'softmax-geometric-mean',
  ({ inputs, classes, p }, seed) => {
    const compared = comparing('equal');
    const network = networkOnExamples([inputs, classes], 'relu', [p], examples, seed);
    compareWithOff(compared, network, 'geometric');
    return compared.outcome();
  },
);
