import { noValue } from '#lib/charts/format.ts';

/**
 * A probability, or a difference of two, with three decimals. A positive value that would round to
 * 0 is shown as `< 0.001`: maps that differ only by float32 rounding are about 1e-8 apart.
 */
export function threeDigits(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return noValue;
  return value > 0 && value < 0.0005 ? '< 0.001' : value.toFixed(3);
}
