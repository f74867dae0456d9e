import type { NameKey, Quantity, StoredSeries, StoredTable } from '../table.ts';
import { paired } from './paired.ts';
import { cellAt, comparison, rowOf } from './read.ts';
import type { Difference } from './paired.ts';
import type { AgainstControl, Comparison, Place } from './statement.ts';

/** Findings that are shared by the tables whose rows are ways of training. */

/** Every other row against `control`, the best first. Null where the control is missing. */
export function againstControl(
  table: StoredTable,
  series: StoredSeries | undefined,
  control: NameKey,
): AgainstControl | null {
  const at = rowOf(table, control);
  const controlMean = series?.mean[at] ?? null;
  if (!series || at < 0 || controlMean === null) return null;
  const others = table.rows.flatMap(({ name, value }, row) => {
    const difference = row === at ? null : paired(series.perSeed[row], series.perSeed[at]);
    return name === null || !difference ? [] : [{ side: { name, value }, difference }];
  });
  others.sort((a, b) => a.difference.mean - b.difference.mean);
  return {
    kind: 'against-control',
    quantity: series.quantity,
    control: { name: control, value: table.rows[at].value },
    controlMean,
    others,
  };
}

/** One row against another, in one series. */
export function rowAgainst(
  table: StoredTable,
  series: StoredSeries | undefined,
  [subject, object]: readonly [NameKey, NameKey],
  place: Place | null = null,
): Comparison | null {
  const rows = [rowOf(table, subject), rowOf(table, object)];
  if (!series || rows.some((row) => row < 0)) return null;
  const [a, b] = rows.map(
    (row) =>
      [{ name: table.rows[row].name!, value: table.rows[row].value }, cellAt(series, row)] as const,
  );
  return comparison(a, b, { quantity: series.quantity, place });
}

export function differenceIn(found: Comparison | null): Difference | null {
  return found && found.difference;
}

/** The quantity that methods are judged by. */
export const judged: Quantity = 'test-error';
