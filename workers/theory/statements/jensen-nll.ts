import { comparing } from '../tools/compare.ts';
import { labelledNetwork } from '../tools/labelled-network.ts';
import { exactMeans } from '../tools/exact-means.ts';
import { eachMember } from '../tools/members.ts';
import { statement } from '../statement.ts';

/**
 * The NLL of the arithmetic mean is at most the mean NLL of the members: −ln is convex (Jensen). So
 * averaging never loses against its own members, which is not to say against dropout off.
 */
export const jensenNll = statement('jensen-nll', (parameters, seed) => {
  const network = labelledNetwork(parameters, seed);
  const { classes, labels } = network;
  const ofMembers = new Float64Array(labels.length);
  eachMember(network, (weight, logs) =>
    labels.forEach((label, row) => (ofMembers[row] -= weight * logs[row * classes + label])),
  );
  const { arithmetic } = exactMeans(network);
  const compared = comparing('at-most');
  let room = 0;
  labels.forEach((label, row) => {
    const ofMean = -Math.log(arithmetic[row * classes + label]);
    compared.add(ofMean, ofMembers[row]);
    room += (ofMembers[row] - ofMean) / labels.length;
  });
  return compared.outcome({ details: { room } });
});
