import { noisyDigits } from '../results/noisy-digits-runs.ts';
import { dropRateCurve } from '../results/drop-rate.ts';
import type { Table } from '../results/table.ts';

/** The drop probability of both hidden layers, which keep their 256 units. */
export const dropRateFixedN: Table = {
  id: 'drop-rate-fixed-n',
  async build(lab) {
    const experiment = noisyDigits(['dropout']);
    return dropRateCurve(await lab.runs({ experiment, sweeps: [['p=0:0.9:0.1']] }));
  },
};
