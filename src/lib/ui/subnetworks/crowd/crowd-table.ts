import { formatValue } from '../../../charts/format.ts';
import type { TableContent } from '../../../charts/table.ts';
import type { SubnetworksTexts } from '../../../i18n/en/subnetworks.ts';
import { rangeOf, type Bar, type Histogram } from './histogram.ts';
import type { Quantity } from './quantity.ts';

/** What a bar holds, in words; `bar` may be one beyond the last, for what lies beyond. */
export function rangeText(
  histogram: Histogram,
  bar: number,
  quantity: Quantity,
  grain: number | null,
  text: SubnetworksTexts['crowd']['chart'],
): string {
  const { bars } = histogram;
  if (bar < bars.length) return text.range(quantity, ...rangeOf(histogram, bar, grain));
  return text.beyond(quantity, rangeOf(histogram, bars.length - 1, grain)[1]);
}

/** Every bar, that of what lies beyond last. */
export function barsOf({ bars, beyond }: Histogram): Bar[] {
  return beyond ? [...bars, beyond] : bars;
}

/** A share that may be very small: 0.0012% is not 0.0%. */
export function shareText(share: number): string {
  if (share === 0 || share >= 0.0005) return formatValue(share, 'percent');
  return share < 1e-6 ? '< 0.0001%' : `${Number((100 * share).toPrecision(1))}%`;
}

export function crowdTable(
  histogram: Histogram,
  quantity: Quantity,
  grain: number | null,
  kind: 'all' | 'drawn',
  text: SubnetworksTexts['crowd'],
): TableContent {
  const rows = barsOf(histogram).map(({ count, share }, bar) => [
    rangeText(histogram, bar, quantity, grain, text.chart),
    formatValue(count, 'integer'),
    shareText(share),
  ]);
  const { range, count, share } = text.table;
  return { head: [range, count[kind], share[kind]], rows, total: rows.length };
}
