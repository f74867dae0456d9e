import type { NameKey, Quantity, StoredSeries, StoredTable } from '../table.ts';
import { paired, type PerSeed } from './paired.ts';
import type { Comparison, Place, Side } from './statement.ts';

/** One row of one series: what a comparison takes. */
export interface Cell {
  mean: number | null;
  perSeed: PerSeed;
}

/** The series of a quantity, or undefined; `name` tells series apart that have names. */
export function seriesIn(
  { series }: StoredTable,
  quantity: Quantity,
  name: NameKey | null = null,
): StoredSeries | undefined {
  return series.find((one) => one.quantity === quantity && one.name === name);
}

export function cellAt(series: StoredSeries, row: number): Cell {
  return { mean: series.mean[row], perSeed: series.perSeed[row] };
}

/** The row of a name; with several, the one whose number is the largest. −1 where there is none. */
export function rowOf({ rows }: StoredTable, name: NameKey): number {
  return rows.reduce((found, row, i) => {
    if (row.name !== name) return found;
    return found < 0 || (row.value ?? 0) > (rows[found].value ?? 0) ? i : found;
  }, -1);
}

/** The places of a curve. */
export function placesOf({ rows }: StoredTable): number[] {
  return rows.map(({ value }) => value ?? Number.NaN);
}

/** Compares one side with another; null if either has too few figures. */
export function comparison(
  [subject, subjectCell]: readonly [Side, Cell],
  [object, objectCell]: readonly [Side, Cell],
  { quantity, place = null }: { quantity: Quantity; place?: Place | null },
): Comparison | null {
  const difference = paired(subjectCell.perSeed, objectCell.perSeed);
  if (!difference || subjectCell.mean === null || objectCell.mean === null) return null;
  return {
    kind: 'comparison',
    quantity,
    place,
    subject,
    object,
    subjectMean: subjectCell.mean,
    objectMean: objectCell.mean,
    difference,
  };
}

/** The items of a list that are neither null nor undefined. */
export function present<T>(items: readonly (T | null | undefined)[]): T[] {
  return items.filter((one) => one !== null && one !== undefined);
}
