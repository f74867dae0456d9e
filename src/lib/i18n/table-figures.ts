import type { Quantity } from '#lib/tables/table.ts';

/** Figures of results as both languages write them: errors in percent, NLL in nats. */

const isShare: Record<Quantity, boolean> = {
  'test-error': true,
  'train-error': true,
  'test-loss': false,
  'loss-gap': false,
};
const nothing = '–';

/** A mean: 7.9%, 0.412. */
export function meanText(quantity: Quantity, mean: number | null): string {
  if (mean === null || !Number.isFinite(mean)) return nothing;
  return isShare[quantity] ? `${(100 * mean).toFixed(1)}%` : signed(mean, digitsOf(mean));
}

/** A mean and its standard error: 7.9 ± 1.1%, 0.412 ± 0.013; of one seed the mean alone. */
export function plusMinus(
  quantity: Quantity,
  mean: number | null,
  standardError: number | null,
): string {
  if (mean === null || standardError === null || !Number.isFinite(standardError)) {
    return meanText(quantity, mean);
  }
  return isShare[quantity]
    ? `${spread(quantity, mean, standardError, [1, 2])}%`
    : spread(quantity, mean, standardError, [3, quantity === 'loss-gap' ? 6 : 4]);
}

/** A difference and its standard error, with its sign: −7.1 ± 0.5. Shares in percentage points. */
export function differenceText(quantity: Quantity, mean: number, standardError: number): string {
  const text = spread(quantity, mean, standardError, isShare[quantity] ? [1, 3] : [3, 6]);
  return mean > 0 ? `+${text}` : text;
}

/** Mean and error with as many decimals as show two digits of the error, from `least` to `most`. */
function spread(
  quantity: Quantity,
  mean: number,
  standardError: number,
  [least, most]: readonly [number, number],
): string {
  const times = isShare[quantity] ? 100 : 1;
  const wished = 1 - Math.floor(Math.log10(times * standardError));
  const digits = Math.min(most, Math.max(least, Number.isFinite(wished) ? wished : least));
  return `${signed(times * mean, digits)}\u00a0±\u00a0${(times * standardError).toFixed(digits)}`;
}

function digitsOf(mean: number): number {
  const size = Math.abs(mean);
  return size === 0 || size >= 0.1 ? 3 : Math.min(6, 2 - Math.floor(Math.log10(size)));
}

function signed(value: number, digits: number): string {
  return value.toFixed(digits).replace('-', '−');
}
