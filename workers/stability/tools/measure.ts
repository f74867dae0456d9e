import { saturation } from '#lib/experiment/stability/signals.ts';
import type { Numbers } from './arithmetic.ts';

/** Mean, mean square and variance of numbers, in float64. */
export function spreadOf(numbers: Numbers): { mean: number; second: number; variance: number } {
  const n = numbers.length;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const x = numbers[i];
    sum += x;
    squares += x * x;
  }
  const mean = sum / n;
  // Not squares/n − mean²: where the mean is much the larger, nothing would be left of the variance.
  let deviations = 0;
  for (let i = 0; i < n; i++) {
    const d = numbers[i] - mean;
    deviations += d * d;
  }
  return { mean, second: squares / n, variance: deviations / n };
}

/** The mean square. */
export function meanSquare(numbers: Numbers | Float64Array): number {
  let squares = 0;
  for (let i = 0; i < numbers.length; i++) squares += numbers[i] * numbers[i];
  return squares / numbers.length;
}

/** The mean square of the first example of `[units, count]`. */
export function firstMeanSquare(numbers: Numbers, count: number): number {
  let squares = 0;
  for (let i = 0; i < numbers.length; i += count) squares += numbers[i] * numbers[i];
  return (squares / numbers.length) * count;
}

/**
 * The share of kept units and examples whose slope is below `saturation` of the largest, and of units
 * where that is so for every example that keeps them. `slopes` and `mask` are `[units, count]`.
 */
export function blockedShares(
  slopes: Numbers,
  mask: Uint8Array | null,
  largest: number,
  count: number,
): { saturated: number; dead: number } {
  const limit = saturation * largest;
  const units = slopes.length / count;
  let kept = 0;
  let saturated = 0;
  let dead = 0;
  for (let unit = 0; unit < units; unit++) {
    let present = 0;
    let blocked = 0;
    for (let i = unit * count; i < (unit + 1) * count; i++) {
      if (mask !== null && mask[i] === 0) continue;
      present++;
      if (slopes[i] < limit) blocked++;
    }
    kept += present;
    saturated += blocked;
    if (present > 0 && blocked === present) dead++;
  }
  return { saturated: saturated / kept, dead: dead / units };
}
