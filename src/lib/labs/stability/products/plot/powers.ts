import { logTicks } from '#lib/charts/ticks.ts';
import { numberTicks, type Tick } from './frame.ts';
import { scientific } from '#lib/charts/scientific.ts';

const raised = new Map([...'0123456789-'].map((sign, i) => [sign, '⁰¹²³⁴⁵⁶⁷⁸⁹⁻'[i]]));

/** A whole power of ten as text: `10⁻⁷`, but `1` and `10`. */
export function tenTo(power: number): string {
  if (power === 0 || power === 1) return String(10 ** power);
  return `10${[...String(power)].map((sign) => raised.get(sign)).join('')}`;
}

/**
 * A number as text, from its decimal logarithm, since the number may exceed what a double holds.
 * With two digits, 24.8 gives `6.3 × 10²⁴` and 1.5 gives `32`; ±Infinity give `∞` and `0`.
 */
export function fromLog10(log: number, digits: number): string {
  if (Number.isNaN(log)) return '–';
  if (log === -Infinity) return '0';
  if (log === Infinity) return '∞';
  if (log >= -3 && log < 6) return shortest(10 ** log, digits);
  let power = Math.floor(log);
  let mantissa = Number((10 ** (log - power)).toPrecision(digits));
  // Rounding can carry over: 9.99 becomes 10.
  if (mantissa >= 10) [mantissa, power] = [1, power + 1];
  return mantissa === 1 ? tenTo(power) : `${mantissa} × ${tenTo(power)}`;
}

/**
 * A number with up to `digits` significant digits, without trailing zeros, for example `0.05`,
 * `65,504` or `1.3 × 10³⁰`.
 */
export function inPrint(value: number, digits: number): string {
  if (value === Infinity) return 'Inf';
  if (value === -Infinity) return '−Inf';
  return scientific(value, digits, (x) => shortest(x, digits));
}

function shortest(value: number, digits: number): string {
  return new Intl.NumberFormat('en', { maximumSignificantDigits: digits }).format(value);
}

/** Replaces the hyphen of a negative number by a minus sign. */
export function minus(text: string): string {
  return text.replace('-', '−');
}

/**
 * Ticks for an axis of decimal logarithms: round numbers if it spans less than 0.7 decades; 1, 2
 * and 5 within each of a few decades; powers of ten if there are more.
 */
export function sizeTicks([low, high]: readonly [number, number], count: number): Tick[] {
  const within = (sizes: readonly number[]) =>
    sizes.map((size) => ({ at: Math.log10(size), label: fromLog10(Math.log10(size), 3) }));
  if (high - low < 0.7)
    return numberTicks([10 ** low, 10 ** high], count)
      .filter(({ at }) => at > 0)
      .map(({ at, label }) => ({ at: Math.log10(at), label }));
  if ((high - low) * 3 <= count) return within(logTicks(10 ** low, 10 ** high, count));
  return numberTicks([low, high], count)
    .filter(({ at }) => Number.isInteger(at))
    .map(({ at }) => ({ at, label: tenTo(at) }));
}
