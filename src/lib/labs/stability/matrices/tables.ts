import { thin } from '#lib/charts/lookup.ts';
import type { TableContent } from '#lib/charts/table.ts';
import { formats } from '#lib/i18n/formats.ts';
import type { StabilityTexts } from '#lib/i18n/en/stability.ts';
import type { MatricesAnswer } from '#workers/stability/matrices/matrices.ts';
import type { Bins } from '../products/plot/bins.ts';
import { normalShare, type Normal } from '../products/plot/normal.ts';

// English and Chinese write these numbers alike.
const { number, percent } = formats('en');
const mostRows = 60;

/**
 * The bars of the histogram as a table, with the probability that the law of one column gives each.
 */
export function histogramTable(
  { edges, shares }: Bins,
  law: Normal,
  { table }: StabilityTexts['matrices'],
): TableContent {
  const rows = shares.map((share, i) => [
    `${number(edges[i], 4)} … ${number(edges[i + 1], 4)}`,
    percent(share),
    percent(normalShare(law, edges[i], edges[i + 1])),
  ]);
  return { head: [table.range, table.share, table.law], rows, total: rows.length };
}

/**
 * The fan as a table: after each number of multiplications, log₁₀ of the size and the shares that
 * each format has lost.
 */
export function fanTable(
  { quantiles, first, growth, overflowed }: MatricesAnswer,
  { table }: StabilityTexts['matrices'],
): TableContent {
  const columns = first.length;
  const rows = thin(columns, mostRows).map((k) => [
    String(k),
    ...[0, 1, 2, 3, 4].map((level) => number(quantiles[level * columns + k], 4)),
    number(first[k], 4),
    number((k + 1) * growth, 4),
    percent(overflowed.float16[k]),
    percent(overflowed.float32[k]),
  ]);
  return { head: [...table.fan], rows, total: columns };
}
