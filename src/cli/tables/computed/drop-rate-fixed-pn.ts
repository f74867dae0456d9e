import { noisyDigits } from '../noisy-digits-runs.ts';
import { dropRateCurve } from '../drop-rate.ts';
import type { Table } from '../table.ts';

/** Units of a hidden layer that a mask keeps on average. */
const kept = 128;
/** The last one has as many units as a layer may have. */
const ps = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.875];

/** The drop probability of both hidden layers, each so wide that 128 of its units are kept on average. */
export const dropRateFixedPn: Table = {
  id: 'drop-rate-fixed-pn',
  async build(lab) {
    const sweeps = ps.map((p) => {
      const units = Math.round(kept / (1 - p));
      return [`p=${p}`, `hidden=${units}-${units}`];
    });
    return dropRateCurve(await lab.runs({ experiment: noisyDigits(['dropout']), sweeps }));
  },
};
