import { averaged, averagedOff, seriesOf } from '../series.ts';
import { named, type Table } from '../table.ts';
import { layerRuns } from '../layers.ts';

/** Subnetworks averaged. */
const k = 200;

/** Dropout turned off beside both means of its subnetworks, with one hidden layer and with two. */
export const hiddenLayers: Table = {
  id: 'hidden-layers',
  async build(lab) {
    const { one, two } = await layerRuns(lab);
    const rows = [one, two];
    const series = (['error', 'loss'] as const).flatMap((figure) => {
      const quantity = figure === 'error' ? ('test-error' as const) : ('test-loss' as const);
      return [
        seriesOf({ name: 'off', quantity }, rows, averagedOff(figure)),
        ...(['geometric', 'arithmetic'] as const).map((kind) =>
          seriesOf({ name: `${kind}-mean`, value: k, quantity }, rows, averaged(kind, figure, k)),
        ),
      ];
    });
    return {
      axis: null,
      rows: [named('one-layer', one), named('two-layers', two)],
      series,
      choices: [],
      link: null,
    };
  },
};
