import { comparing } from '../tools/compare.ts';
import { labelledNetwork } from '../tools/labelled-network.ts';
import { eachMember } from '../tools/members.ts';
import { statement } from '../statement.ts';

/**
 * The NLL of the normalised geometric mean is the mean NLL of the members plus ln Z, where Z ≤ 1 is the
 * sum of the unnormalised means. The mean is taken here as a product of powers, so that the two sides
 * share no logarithm.
 */
export const geometricNll = statement('geometric-nll', (parameters, seed) => {
  const network = labelledNetwork(parameters, seed);
  const { classes, labels } = network;
  const products = new Float64Array(labels.length * classes).fill(1);
  const ofMembers = new Float64Array(labels.length);
  eachMember(network, (weight, logs) => {
    logs.forEach((log, i) => (products[i] *= Math.exp(log) ** weight));
    labels.forEach((label, row) => (ofMembers[row] -= weight * logs[row * classes + label]));
  });
  const compared = comparing('equal');
  let smallest = Infinity;
  let bounded = true;
  labels.forEach((label, row) => {
    let Z = 0;
    for (let c = 0; c < classes; c++) Z += products[row * classes + c];
    compared.add(-Math.log(products[row * classes + label] / Z), ofMembers[row] + Math.log(Z));
    smallest = Math.min(smallest, Z);
    bounded &&= Z <= 1 + 1e-12;
  });
  const outcome = compared.outcome({ details: { normaliser: smallest } });
  return { ...outcome, holds: outcome.holds && bounded };
});
