import { comparing } from '../tools/compare.ts';
import { exactMeans } from '../tools/exact-means.ts';
import { switchedOff } from '../tools/members.ts';
import { softmaxRegression } from '../tools/softmax-regression.ts';
import { statement } from '../statement.ts';

/**
 * Softmax regression with input dropout: the normalised weighted geometric mean of all 2ⁿ subnetworks
 * is the network with dropout off (Goodfellow, Bengio and Courville 2016, §7.12). The bias is not dropped.
 */
export const softmaxGeometricMean = statement('softmax-geometric-mean', (parameters, seed) => {
  const problem = softmaxRegression(parameters, seed);
  const off = switchedOff(problem);
  const compared = comparing('equal');
  exactMeans(problem).geometric.forEach((mean, i) => compared.add(mean, Math.exp(off[i])));
  return compared.outcome();
});
