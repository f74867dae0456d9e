import { averaged, averagedOff, seriesOf, type Reading } from '../series.ts';
import type { Table } from '../table.ts';
import { layerRuns } from '../layers.ts';

/** How much the NLL of the geometric mean of k subnetworks differs from that of dropout turned off. */
const gap =
  (k: number): Reading =>
  (record) => {
    const [mean, off] = [averaged('geometric', 'loss', k)(record), averagedOff('loss')(record)];
    return mean === null || off === null ? null : mean - off;
  };

/**
 * With one hidden layer the geometric mean of all subnetworks is dropout turned off, exactly, so that
 * the gap goes to 0 with more of them; with two it need not.
 */
export const geometricGap: Table = {
  id: 'geometric-gap',
  async build(lab) {
    const { one, two } = await layerRuns(lab);
    const ks = one.find(({ record }) => record.averages)?.record.averages?.k ?? [];
    const series = (name: 'one-layer' | 'two-layers', runs: typeof one) =>
      seriesOf(
        { name, quantity: 'loss-gap' },
        ks.map(() => runs),
        ks.map(gap),
      );
    return {
      axis: { key: 'k', scale: 'log' },
      rows: ks.map((k) => ({ name: null, value: k, settings: {}, link: null })),
      series: [series('one-layer', one), series('two-layers', two)],
      choices: [],
      link: null,
    };
  },
};
