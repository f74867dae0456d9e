import { streams } from '#lib/random/key.ts';
import { keptScale } from '../../network/masks.ts';
import { comparing } from '../tools/compare.ts';
import { normals } from '../tools/draws.ts';
import { eachMask } from '../tools/enumerate.ts';
import { drawLinearNetwork, linearOutput } from '../tools/linear-network.ts';
import { statement } from '../statement.ts';

const outputs = 3;

/**
 * The control of the deep linear network: one mask in two layers. A unit's factor then meets itself,
 * and E[m′²] = 1/(1−p), not 1.
 */
export const reusedMask = statement('reused-mask', ({ units, p }, seed) => {
  const network = drawLinearNetwork([units, units, outputs], seed);
  const input = normals(seed, streams.dataPoint, units);
  const scale = keptScale(p);
  const mean = new Float64Array(outputs);
  eachMask(units, p, (kept, weight) => {
    const output = linearOutput(network, input, (_, unit) => scale * kept[unit]);
    output.forEach((value, o) => (mean[o] += weight * value));
  });
  const compared = comparing('equal');
  linearOutput(network, input, () => 1).forEach((off, o) => compared.add(mean[o], off));
  return compared.outcome();
});
