import type { TableContent } from '#lib/charts/table.ts';
import { formats } from '#lib/i18n/formats.ts';
import type { StabilityTexts } from '#lib/i18n/en/stability.ts';
import type { Scatter } from './scatter.ts';

// English and Chinese write these numbers alike.
const { number, percent } = formats('en');

/** The bars of product and sum as a table, with the theoretical probability of each. */
export function scatterTable(
  { product, sum }: { product: Scatter; sum: Scatter },
  { table }: StabilityTexts['sums'],
): TableContent {
  const cells = ({ bins: { edges, shares }, theory }: Scatter, i: number) => [
    `${number(edges[i], 4)} … ${number(edges[i + 1], 4)}`,
    percent(shares[i]),
    percent(theory((edges[i] + edges[i + 1]) / 2)),
  ];
  const rows = product.bins.shares.map((_, i) => [...cells(product, i), ...cells(sum, i)]);
  return { head: [...table.head], rows, total: rows.length };
}
