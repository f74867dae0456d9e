import { z95, type Interval } from './interval.ts';

/**
 * The share of `errors` in `examples` with Wilson's 95% score interval: the shares that a normal test
 * of the count would not reject. It stays in [0, 1] and is right for few errors too, also for none.
 *
 * E. B. Wilson, JASA 22, 1927; R. G. Newcombe, Statistics in Medicine 17:857, 1998, method 3. For
 * no examples the share is NaN and the interval [0, 1].
 */
export function wilson(errors: number, examples: number): Interval {
  if (examples === 0) return { value: NaN, low: 0, high: 1 };
  const share = errors / examples;
  const z2 = (z95 * z95) / examples;
  const centre = (share + z2 / 2) / (1 + z2);
  const half = Math.sqrt(z2 * share * (1 - share) + (z2 * z2) / 4) / (1 + z2);
  // At 0 and at 1 the bound is exact, and only rounding would move it.
  return {
    value: share,
    low: errors === 0 ? 0 : centre - half,
    high: errors === examples ? 1 : centre + half,
  };
}
