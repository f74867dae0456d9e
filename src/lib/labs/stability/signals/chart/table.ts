import { thin } from '#lib/charts/lookup.ts';
import type { TableContent } from '#lib/charts/table.ts';
import type { AxisKind } from './axis.ts';
import type { SizeChartText, SizeLine } from './types.ts';
import { written } from './written.ts';

const most = 60;

/**
 * The chart as a table: for each line its median, quantiles and, if drawn, mean and closed form.
 */
export function sizeTable(
  lines: readonly SizeLine[],
  kind: AxisKind,
  xLabel: (x: number) => string,
  text: SizeChartText,
): TableContent {
  const points = lines[0]?.x.length ?? 0;
  const columns = lines.flatMap((line) => columnsOf(line, text));
  return {
    head: [text.x, ...columns.map(({ name }) => name)],
    rows: thin(points, most).map((i) => [
      xLabel(lines[0].x[i]),
      ...columns.map(({ cell }) => cell(i, kind)),
    ]),
    total: points,
  };
}

interface Column {
  name: string;
  cell: (i: number, kind: AxisKind) => string;
}

function columnsOf({ name, median, low, high, mean, theory }: SizeLine, text: SizeChartText) {
  const single =
    (values: ArrayLike<number>): Column['cell'] =>
    (i, kind) =>
      written(values[i], kind);
  const range =
    (from: ArrayLike<number>, to: ArrayLike<number>): Column['cell'] =>
    (i, kind) =>
      `${written(from[i], kind)} – ${written(to[i], kind)}`;
  const columns: Column[] = [
    { name: `${name}: ${text.median}`, cell: single(median) },
    { name: `${name}: ${text.band}`, cell: range(low, high) },
  ];
  if (mean) columns.push({ name: `${name}: ${text.mean}`, cell: single(mean) });
  if (theory)
    columns.push({
      name: `${name}: ${text.theory}`,
      cell: (i, kind) => (Number.isNaN(theory.value[i]) ? '–' : written(theory.value[i], kind)),
    });
  if (theory?.low && theory.high)
    columns.push({ name: `${name}: ${text.theoryBand}`, cell: range(theory.low, theory.high) });
  return columns;
}
