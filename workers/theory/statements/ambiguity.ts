import { comparing } from '../tools/compare.ts';
import { labelledNetwork } from '../tools/labelled-network.ts';
import { eachMember } from '../tools/members.ts';
import { exactMeans } from '../tools/exact-means.ts';
import { statement } from '../statement.ts';

/**
 * The squared error of the mean is the mean squared error of the members minus their spread around the
 * mean (Krogh and Vedelsby 1995): the ambiguity decomposition, here for probabilities against a label.
 */
export const ambiguity = statement('ambiguity', (parameters, seed) => {
  const network = labelledNetwork(parameters, seed);
  const { classes, labels } = network;
  const { arithmetic } = exactMeans(network);
  const target = (i: number) => (labels[Math.floor(i / classes)] === i % classes ? 1 : 0);
  const errors = new Float64Array(labels.length);
  const spread = new Float64Array(labels.length);
  eachMember(network, (weight, logs) =>
    logs.forEach((log, i) => {
      const row = Math.floor(i / classes);
      errors[row] += weight * (Math.exp(log) - target(i)) ** 2;
      spread[row] += weight * (Math.exp(log) - arithmetic[i]) ** 2;
    }),
  );
  const ofMean = new Float64Array(labels.length);
  arithmetic.forEach((mean, i) => (ofMean[Math.floor(i / classes)] += (mean - target(i)) ** 2));
  const compared = comparing('equal');
  ofMean.forEach((error, row) => compared.add(error, errors[row] - spread[row]));
  return compared.outcome();
});
