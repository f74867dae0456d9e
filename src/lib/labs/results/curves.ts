import type { LineSeries } from '#lib/charts/types.ts';
import type { NameKey, Quantity, StoredTable } from '#lib/tables/table.ts';
import { styles } from './looks.ts';

/**
 * One quantity of a table along its axis: one line per series, with a band of ± one standard error.
 */
export function linesOf(
  { rows, series }: StoredTable,
  quantity: Quantity,
  nameText: (name: NameKey, value: number | null) => string,
): LineSeries[] {
  const x = rows.map(({ value }) => value ?? Number.NaN);
  return series
    .filter((one) => one.quantity === quantity && one.name !== null)
    .map(({ name, value, mean, standardError }) => {
      const edge = (side: 1 | -1) =>
        mean.map((one, row) => (one ?? Number.NaN) + side * (standardError[row] ?? Number.NaN));
      return {
        key: name!,
        name: nameText(name!, value),
        style: styles[name!],
        x,
        y: mean.map((one) => one ?? Number.NaN),
        band: { low: edge(-1), high: edge(1) },
        // The whole network does not depend on k, so its line is a level.
        ends: name === 'off',
      };
    });
}
