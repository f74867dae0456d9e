import type { VariantName } from '#lib/experiment/experiment.ts';
import type { StoredRow } from '#lib/tables/table.ts';
import type { TrainedUnit } from './lab.ts';
import { averaged, seriesOf, testError, testLoss, trainError, type Reading } from './series.ts';
import { named, type TableBody } from './table.ts';
import { ofVariant } from './noisy-digits-runs.ts';

/** One row of a table of methods: its runs, and how error and NLL are read off them. */
export interface Method {
  row: StoredRow;
  runs: TrainedUnit[];
  error: Reading;
  loss: Reading;
  trainError: Reading;
}

/** A method that is judged by its own estimator. */
export function method(row: StoredRow, runs: TrainedUnit[]): Method {
  return { row, runs, error: testError, loss: testLoss, trainError };
}

/** A variant, with the number that belongs to it. */
export function variantMethod(all: readonly TrainedUnit[], variant: VariantName): Method {
  const runs = ofVariant(all, variant);
  return method(named(variant, runs, { value: valueOf(runs[0], variant) }), runs);
}

/** The arithmetic mean of k subnetworks of what was trained by dropout. */
export function dropoutMean(all: readonly TrainedUnit[], k: number): Method {
  const runs = ofVariant(all, 'dropout');
  return {
    row: named('dropout-mean', runs, { value: k }),
    runs,
    error: averaged('arithmetic', 'error', k),
    loss: averaged('arithmetic', 'loss', k),
    // The means are taken on test rows alone.
    trainError: () => null,
  };
}

/** The table of some methods: test error, test NLL and train error of each. */
export function methodTable(methods: readonly Method[], link: string | null): TableBody {
  const runs = methods.map((one) => one.runs);
  return {
    axis: null,
    rows: methods.map(({ row }) => row),
    series: [
      seriesOf(
        { quantity: 'test-error' },
        runs,
        methods.map(({ error }) => error),
      ),
      seriesOf(
        { quantity: 'test-loss' },
        runs,
        methods.map(({ loss }) => loss),
      ),
      seriesOf(
        { quantity: 'train-error' },
        runs,
        methods.map((one) => one.trainError),
      ),
    ],
    choices: [],
    link,
  };
}

function valueOf({ unit: { experiment } }: TrainedUnit, variant: VariantName): number | null {
  switch (variant) {
    case 'weight-decay':
      return experiment.weightDecay;
    case 'input-noise':
      return experiment.inputNoise;
    case 'subnetworks':
    case 'shared-subnetworks':
    case 'full-ensemble':
      return experiment.members;
    default:
      return null;
  }
}
