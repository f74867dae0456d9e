import { preset } from '#lib/experiment/presets.ts';
import { byCell, seriesOf, testError, trainError } from '../series.ts';
import { linkOf, type Table } from '../table.ts';
import { variantMethod } from '../methods.ts';

const variants = ['single', 'weight-decay', 'dropout', 'subnetworks', 'full-ensemble'] as const;

/** Training rows, and epochs: 800 steps of each. */
const sizes = [
  { train: 1_000, epochs: 40 },
  { train: 5_000, epochs: 8 },
];

/** Real handwritten digits with clean labels, from files of one's own. */
export const mnist: Table = {
  id: 'mnist',
  async build(lab) {
    const experiment = { ...preset('your-own-data'), variants: [...variants] };
    const sweeps = sizes.map(({ train, epochs }) => [`train=${train}`, `epochs=${epochs}`]);
    const runs = await lab.runs({ experiment, sweeps });
    const cells = variants.map((variant) => byCell(runs, variant));
    const series = sizes.flatMap((_, size) => {
      const rows = cells.map((cell) => cell[size]);
      const settings = rows[0][0].unit.cell;
      return [
        seriesOf({ settings, quantity: 'test-error' }, rows, testError),
        seriesOf({ settings, quantity: 'train-error' }, rows, trainError),
      ];
    });
    return {
      axis: null,
      // Row and link are those of the smaller size: both have the same network and variants.
      rows: variants.map((variant) => ({ ...variantMethod(runs, variant).row, settings: {} })),
      series,
      choices: [],
      link: linkOf(runs[0].unit.experiment, variants),
    };
  },
};
