import { noValue } from '#lib/charts/format.ts';

/**
 * A probability or a difference of two with three decimals. What is not 0 but rounds to it says so:
 * maps that are equal but for the roundings of float32 are some 1e-8 apart.
 */
export function threeDigits(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return noValue;
  return value > 0 && value < 0.0005 ? '< 0.001' : value.toFixed(3);
}
