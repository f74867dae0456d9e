import { sharedX } from './align.ts';
import { formatValue, noValue, type Format } from './format.ts';
import { nearest, thin } from './lookup.ts';
import type { ExtraColumn, LineSeries } from './types.ts';

/** A chart as a table: what `ChartTable.svelte` shows. Cells are formatted. */
export interface TableContent {
  head: string[];
  rows: string[][];
  /** Rows before thinning. */
  total: number;
}

const MOST_ROWS = 60;

/**
 * One row for each x (thinned); one column for each line, with its band in brackets, then
 * `columns`.
 */
export function tableOf(
  series: readonly LineSeries[],
  columns: readonly ExtraColumn[],
  words: { x: string; xFormat: Format; yFormat: Format },
  most = MOST_ROWS,
): TableContent {
  const x = sharedX(series);
  const rows = thin(x.length, most).map((row) => [
    formatValue(x[row], words.xFormat),
    ...series.map((line) => cellOf(line, x[row], words.yFormat)),
    ...columns.map((column) => {
      const i = nearest(column.x, x[row]);
      return formatValue(column.x[i] === x[row] ? column.values[i] : NaN, column.format);
    }),
  ]);
  return {
    head: [words.x, ...series.map((line) => line.name), ...columns.map((column) => column.name)],
    rows,
    total: x.length,
  };
}

function cellOf(line: LineSeries, x: number, format: Format): string {
  const i = nearest(line.x, x);
  if (line.x[i] !== x) return noValue;
  const value = formatValue(line.y[i], format);
  const low = line.band?.low[i];
  const high = line.band?.high[i];
  if (low === undefined || high === undefined || !Number.isFinite(low) || !Number.isFinite(high)) {
    return value;
  }
  return `${value} (${formatValue(low, format)}–${formatValue(high, format)})`;
}
