import { statement } from '../statement.ts';
import { drawLinearNetwork, linearMeanAgainstOff } from '../tools/linear-network.ts';

const outputs = 3;

/**
 * The control of the deep linear network: one mask in two layers. A unit's factor then meets itself,
 * and E[m′²] = 1/(1−p), not 1.
 */
export const reusedMask = statement('reused-mask', ({ units, p }, seed) => {
  const network = drawLinearNetwork([units, units, outputs], seed);
  return linearMeanAgainstOff(network, units, p, (_layer, unit) => unit, seed);
});
