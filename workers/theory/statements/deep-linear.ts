import { statement } from '../statement.ts';
import { drawLinearNetwork, linearMeanAgainstOff } from '../tools/linear-network.ts';

const outputs = 3;

/**
 * A deep linear network with a mask of its own in every layer: the arithmetic mean of all subnetworks
 * is the network with dropout off (Baldi and Sadowski 2013), since independent factors of mean 1 have
 * a product of mean 1.
 */
export const deepLinear = statement('deep-linear', ({ layers, units, p }, seed) => {
  const network = drawLinearNetwork([...Array<number>(layers).fill(units), outputs], seed);
  const own = (layer: number, unit: number) => layer * units + unit;
  return linearMeanAgainstOff(network, layers * units, p, own, seed);
});
