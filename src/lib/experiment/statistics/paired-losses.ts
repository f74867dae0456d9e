import { deviation, mean } from 'd3-array';
import { z95, type Interval } from './interval.ts';

/**
 * The mean loss of `a` minus that of `b` over the same examples, with Student's 95% interval for the
 * mean of paired differences. Losses in nats, `[examples]`. Negative: `a` is better. Where a loss is
 * not finite nothing can be said, and the interval is the whole line.
 *
 * Throws a RangeError where the two are not of one length, or shorter than 2.
 */
export function pairedLosses(a: ArrayLike<number>, b: ArrayLike<number>): Interval {
  const n = a.length;
  if (n !== b.length || n < 2)
    throw new RangeError(`expected two equally long lists of losses, got ${n} and ${b.length}`);
  const differences = Float64Array.from(a, (loss, i) => loss - b[i]);
  // d3 would pass over a NaN in silence.
  if (!differences.every(Number.isFinite)) return { value: NaN, low: -Infinity, high: Infinity };
  const value = mean(differences)!;
  const half = (student95(n - 1) * deviation(differences)!) / Math.sqrt(n);
  return { value, low: value - half, high: value + half };
}

/**
 * The 97.5% point of Student's distribution, from the expansion in 1/ν about the normal one
 * (Abramowitz and Stegun 26.7.5); its error is below 1e-3 from ν = 4 on. Test sets have at least 10
 * examples.
 */
export function student95(freedom: number): number {
  const z = z95;
  const g1 = (z ** 3 + z) / 4;
  const g2 = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const g3 = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  const g4 = (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160;
  return z + g1 / freedom + g2 / freedom ** 2 + g3 / freedom ** 3 + g4 / freedom ** 4;
}
