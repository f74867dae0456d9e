import { minIndex } from 'd3-array';
import type { StoredSeries, StoredTable } from '../table.ts';
import { paired } from './paired.ts';
import { placesOf } from './read.ts';
import type { Flat, Places } from './statement.ts';

/** Where a curve is lowest, and the stretch about it in which nothing is clearly worse, seed by seed. */
export function flatPart(table: StoredTable, series: StoredSeries | undefined): Flat | null {
  const { axis } = table;
  if (!axis || !series) return null;
  const values = placesOf(table);
  const best = minIndex(series.mean);
  if (best < 0) return null;
  // A place with too few figures for a comparison is not called flat.
  const isWorse = values.map((_, row) => {
    if (row === best) return false;
    const difference = paired(series.perSeed[row], series.perSeed[best]);
    return difference ? difference.relation === 'worse' : true;
  });
  let [from, to] = [best, best];
  while (from > 0 && !isWorse[from - 1]) from--;
  while (to < values.length - 1 && !isWorse[to + 1]) to++;
  return {
    kind: 'flat',
    quantity: series.quantity,
    key: axis.key,
    best: values[best],
    bestMean: series.mean[best]!,
    from: values[from],
    to: values[to],
    worse: values.flatMap((value, row) => {
      const mean = series.mean[row];
      return isWorse[row] && mean !== null ? [{ value, mean }] : [];
    }),
  };
}

/**
 * Compares place `at` of a curve with place `against`; null if they are the same, or if either is
 * missing or has too few figures.
 */
export function placeAgainst(
  table: StoredTable,
  series: StoredSeries | undefined,
  [at, against]: readonly [number, number],
): Places | null {
  const values = placesOf(table);
  const [row, other] = [values.indexOf(at), values.indexOf(against)];
  if (!table.axis || !series || row < 0 || other < 0 || row === other) return null;
  const difference = paired(series.perSeed[row], series.perSeed[other]);
  const [atMean, againstMean] = [series.mean[row], series.mean[other]];
  if (!difference || atMean === null || againstMean === null) return null;
  return {
    kind: 'places',
    quantity: series.quantity,
    key: table.axis.key,
    at,
    against,
    atMean,
    againstMean,
    difference,
  };
}
