import { comparing } from '../tools/compare.ts';
import { exactMeans } from '../tools/exact-means.ts';
import { switchedOff } from '../tools/members.ts';
import { softmaxRegression } from '../tools/softmax-regression.ts';
import { statement } from '../statement.ts';

/** The control of the geometric mean: the arithmetic mean of the same subnetworks is another number. */
export const softmaxArithmeticMean = statement('softmax-arithmetic-mean', (parameters, seed) => {
  const problem = softmaxRegression(parameters, seed);
  const off = switchedOff(problem);
  const compared = comparing('equal');
  exactMeans(problem).arithmetic.forEach((mean, i) => compared.add(mean, Math.exp(off[i])));
  return compared.outcome();
});
