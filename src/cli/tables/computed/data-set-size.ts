import { byCell, seriesOf, testError } from '../series.ts';
import { point, type Table } from '../table.ts';
import { noisyDigits } from '../noisy-digits-runs.ts';

const sizes = [100, 250, 500, 1_000, 2_500, 5_000];
/** Steps of every run: with more data the weights change as often, and each example is seen less often. */
const steps = 2_000;

/** With and without dropout, against the number of training examples. */
export const dataSetSize: Table = {
  id: 'data-set-size',
  async build(lab) {
    const experiment = noisyDigits(['single', 'dropout']);
    const { batch } = experiment.training;
    const sweeps = sizes.map((train) => [`train=${train}`, `epochs=${(steps * batch) / train}`]);
    const runs = await lab.runs({ experiment, sweeps });
    const variants = ['single', 'dropout'] as const;
    return {
      axis: { key: 'train', scale: 'log' },
      rows: byCell(runs, 'single').map((row, i) => point(sizes[i], row, [...variants])),
      series: variants.map((variant) =>
        seriesOf({ name: variant, quantity: 'test-error' }, byCell(runs, variant), testError),
      ),
      choices: [],
      link: null,
    };
  },
};
