import { formatValue } from '#lib/charts/format.ts';
import type { TableContent } from '#lib/charts/table.ts';
import type { SubnetworksTexts } from '#lib/i18n/en/subnetworks.ts';
import { barsOf, rangeOf, type Histogram } from './histogram.ts';
import type { Quantity } from './quantity.ts';

/** The range of a bar in words; the index after the last bar stands for what lies beyond. */
export function rangeText(
  histogram: Histogram,
  bar: number,
  quantity: Quantity,
  text: SubnetworksTexts['crowd']['chart'],
): string {
  const last = histogram.bars.length - 1;
  if (bar <= last) return text.range(quantity, ...rangeOf(histogram, bar));
  return text.beyond(quantity, rangeOf(histogram, last)[1]);
}

/** A share in percent. A very small one keeps a digit: 0.001% must not read as 0.0%. */
export function shareText(share: number): string {
  if (share === 0 || share >= 0.0005) return formatValue(share, 'percent');
  return share < 1e-6 ? '< 0.0001%' : `${Number((100 * share).toPrecision(1))}%`;
}

/** The bars of the histogram as a table. */
export function crowdTable(
  histogram: Histogram,
  quantity: Quantity,
  kind: 'all' | 'drawn',
  text: SubnetworksTexts['crowd'],
): TableContent {
  const rows = barsOf(histogram).map(({ count, share }, bar) => [
    rangeText(histogram, bar, quantity, text.chart),
    formatValue(count, 'integer'),
    shareText(share),
  ]);
  const { range, count, share } = text.table;
  return { head: [range, count[kind], share[kind]], rows, total: rows.length };
}
