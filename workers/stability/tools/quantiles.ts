import { quantile } from '#lib/experiment/statistics/quantile.ts';
import { quantileLevels } from '#lib/experiment/stability/signals.ts';

/**
 * The quantiles of each column of `rows` `[count, columns]` at `quantileLevels`, `[levels, columns]`, by
 * linear interpolation (type 7 of Hyndman and Fan 1996). NaN counts as larger than Infinity; without rows
 * all are NaN.
 */
export function quantilesOf(
  rows: Float64Array,
  count: number,
  columns: number,
): Float64Array<ArrayBuffer> {
  const out = new Float64Array(quantileLevels.length * columns).fill(Number.NaN);
  if (count === 0) return out;
  const column = new Float64Array(count);
  for (let c = 0; c < columns; c++) {
    for (let row = 0; row < count; row++) column[row] = rows[row * columns + c];
    column.sort();
    quantileLevels.forEach((level, i) => (out[i * columns + c] = quantile(column, level)));
  }
  return out;
}
