import { averaged, averagedOff, seriesOf } from '../series.ts';
import { linkOf, type Table } from '../table.ts';
import { noisyDigitsRuns, ofVariant } from '../noisy-digits-runs.ts';

/** The means of k subnetworks of dropout, from 1 to 1,000, beside dropout turned off. */
export const averagesAgainstK: Table = {
  id: 'averages-against-k',
  async build(lab) {
    const runs = ofVariant(await noisyDigitsRuns(lab), 'dropout');
    const ks = runs.find(({ record }) => record.averages)?.record.averages?.k ?? [];
    const rows = ks.map(() => runs);
    const series = (['error', 'loss'] as const).flatMap((figure) => {
      const quantity = figure === 'error' ? ('test-error' as const) : ('test-loss' as const);
      const mean = (kind: 'arithmetic' | 'geometric') =>
        seriesOf(
          { name: `${kind}-mean`, quantity },
          rows,
          ks.map((k) => averaged(kind, figure, k)),
        );
      const off = seriesOf({ name: 'off', quantity }, rows, averagedOff(figure));
      return [mean('arithmetic'), mean('geometric'), off];
    });
    return {
      axis: { key: 'k', scale: 'log' },
      rows: ks.map((k) => ({ name: null, value: k, settings: {}, link: null })),
      series,
      choices: [],
      link: linkOf(runs[0].unit.experiment, ['dropout']),
    };
  },
};
