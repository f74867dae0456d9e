import type { TrainedUnit } from './lab.ts';
import { byCell, seriesOf, testError, trainError } from './series.ts';
import { linkOf, point, type TableBody } from './table.ts';

/** Test and train error of dropout turned off, against the drop probability of each cell. */
export function dropRateCurve(runs: readonly TrainedUnit[]): TableBody {
  const rows = byCell(runs, 'dropout');
  const [{ unit }] = runs;
  return {
    axis: { key: 'p', scale: 'linear' },
    rows: rows.map((row) => point(Number(row[0].unit.cell.p), row, ['dropout'])),
    series: [
      seriesOf({ name: 'dropout', quantity: 'test-error' }, rows, testError),
      seriesOf({ name: 'dropout', quantity: 'train-error' }, rows, trainError),
    ],
    choices: [],
    link: linkOf(unit.experiment, ['dropout']),
  };
}
