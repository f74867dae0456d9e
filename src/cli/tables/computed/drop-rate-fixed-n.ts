import { noisyDigits } from '../noisy-digits-runs.ts';
import { dropRateCurve } from '../drop-rate.ts';
import type { Table } from '../table.ts';

/** The drop probability of both hidden layers, each of 256 units at every probability. */
export const dropRateFixedN: Table = {
  id: 'drop-rate-fixed-n',
  async build(lab) {
    const experiment = noisyDigits(['dropout']);
    return dropRateCurve(await lab.runs({ experiment, sweeps: [['p=0:0.9:0.1']] }));
  },
};
