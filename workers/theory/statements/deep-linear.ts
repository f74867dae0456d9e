import { streams } from '#lib/random/key.ts';
import { keptScale } from '../../network/masks.ts';
import { comparing } from '../tools/compare.ts';
import { normals } from '../tools/draws.ts';
import { eachMask } from '../tools/enumerate.ts';
import { drawLinearNetwork, linearOutput } from '../tools/linear-network.ts';
import { statement } from '../statement.ts';

const outputs = 3;

/**
 * A deep linear network with a mask of its own in every layer: the arithmetic mean of all subnetworks
 * is the network with dropout off (Baldi and Sadowski 2013), since independent factors of mean 1 have
 * a product of mean 1.
 */
export const deepLinear = statement('deep-linear', ({ layers, units, p }, seed) => {
  const network = drawLinearNetwork([...Array<number>(layers).fill(units), outputs], seed);
  const input = normals(seed, streams.dataPoint, units);
  const scale = keptScale(p);
  const mean = new Float64Array(outputs);
  eachMask(layers * units, p, (kept, weight) => {
    const output = linearOutput(network, input, (l, unit) => scale * kept[l * units + unit]);
    output.forEach((value, o) => (mean[o] += weight * value));
  });
  const compared = comparing('equal');
  linearOutput(network, input, () => 1).forEach((off, o) => compared.add(mean[o], off));
  return compared.outcome();
});
