import type { NameKey, Quantity, Settings, StoredSeries } from '#lib/tables/table.ts';
import type { UnitRecord } from '../experiment/record.ts';
import { meanError } from '../experiment/statistics.ts';
import type { TrainedUnit } from './lab.ts';

/** What is read off one run; null where it has no such figure. */
export type Reading = (record: UnitRecord) => number | null;

/** What a series is called. */
export interface SeriesName {
  name?: NameKey;
  value?: number;
  settings?: Settings;
  quantity: Quantity;
}

/** A series: of each row the runs of all seeds, and what is read off each. */
export function seriesOf(
  { name, value, settings, quantity }: SeriesName,
  rows: readonly (readonly TrainedUnit[])[],
  read: Reading | readonly Reading[],
): StoredSeries {
  const perSeed = rows.map((runs, row) =>
    runs.map(({ record }) => {
      const one = typeof read === 'function' ? read : read[row];
      return record.stop === 'diverged' ? null : short(one(record));
    }),
  );
  const summaries = perSeed.map((values) => meanError(values.map((one) => one ?? Number.NaN)));
  return {
    name: name ?? null,
    value: value ?? null,
    settings: settings ?? {},
    quantity,
    mean: summaries.map(({ mean }) => short(mean)),
    standardError: summaries.map(({ standardError }) => short(standardError)),
    perSeed,
    diverged: rows.map((runs) => runs.filter(({ record }) => record.stop === 'diverged').length),
  };
}

/** Six digits: no figure here is known to more. */
function short(value: number | null | undefined): number | null {
  return value === null || value === undefined || !Number.isFinite(value)
    ? null
    : Number(value.toPrecision(6));
}

/** The runs of one variant, a list for each cell of the grid, in its order. */
export function byCell(
  runs: readonly TrainedUnit[],
  variant: UnitRecord['variant'],
): TrainedUnit[][] {
  const cells = new Map<string, TrainedUnit[]>();
  for (const run of runs) {
    if (run.record.variant !== variant) continue;
    const key = JSON.stringify(run.record.cell);
    cells.set(key, [...(cells.get(key) ?? []), run]);
  }
  return [...cells.values()];
}

/** Figures of the estimator that a variant is judged by, which is its first. */
export const testError: Reading = ({ estimators }) => estimators[0].testError;
export const testLoss: Reading = ({ estimators }) => estimators[0].testLoss;
export const trainError: Reading = ({ estimators }) => estimators[0].trainError;
export const validationError: Reading = ({ validation }) => validation?.[0].testError ?? null;

/** The mean of k subnetworks, or dropout off on the same examples. */
export function averaged(
  kind: 'arithmetic' | 'geometric',
  figure: 'error' | 'loss',
  k: number,
): Reading {
  return ({ averages }) => averages?.[kind][figure][averages.k.indexOf(k)] ?? null;
}
export function averagedOff(figure: 'error' | 'loss'): Reading {
  return ({ averages }) => averages?.off[figure] ?? null;
}
