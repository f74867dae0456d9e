import { scientific } from '#lib/charts/scientific.ts';
import type { AxisKind } from './axis.ts';

/** A size as text in a sentence or table: 0.236, 1.2 × 10⁻²⁰, ∞, NaN, 12.3%. */
export function written(value: number, kind: AxisKind = 'log', digits = 3): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (kind === 'share') return `${plain(100 * value, digits)}%`;
  return scientific(value, digits, (size) => plain(size, digits));
}

/** A number as the label of a tick: 10⁻²⁰ rather than 1 × 10⁻²⁰. */
export function tickLabel(value: number, kind: AxisKind): string {
  return written(value, kind, 4).replace(/^1 × /, '');
}

/** Always English: Chinese writes these numbers alike. */
const formats = [1, 2, 3, 4].map(
  (digits) => new Intl.NumberFormat('en', { maximumSignificantDigits: digits }),
);

function plain(value: number, digits: number): string {
  return formats[Math.min(4, digits) - 1].format(value).replace('-', '−');
}
