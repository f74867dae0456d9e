import { comparing } from '../tools/compare.ts';
import { compareWithOff } from '../tools/exact-means.ts';
import { networkOnExamples } from '../tools/members.ts';
import { statement } from '../statement.ts';

const examples = 20;

/** The control of the geometric mean: the arithmetic mean of the same subnetworks is another number. */
export const softmaxArithmeticMean = statement(
  'softmax-arithmetic-mean',
  ({ inputs, classes, p }, seed) => {
    const compared = comparing('equal');
    const network = networkOnExamples([inputs, classes], 'relu', [p], examples, seed);
    compareWithOff(compared, network, 'arithmetic');
    return compared.outcome();
  },
);
