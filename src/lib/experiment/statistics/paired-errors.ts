import { z95, type Interval } from './interval.ts';

/**
 * The error of `a` minus the error of `b` over the same examples, with its 95% interval. Both are 1
 * where the example was predicted wrongly, `[examples]`. Negative: `a` is better.
 *
 * Only the examples on which the two disagree speak: b₁₀ where `a` alone is wrong, b₀₁ where `b` alone
 * is. The interval is Wald's after ½ is added to each cell of the two-by-two table (n* = n + 2,
 * b* = b + ½), which keeps its coverage where few examples differ, and never shrinks to a point where
 * none do:
 *
 *   (b*₁₀ − b*₀₁)/n* ± z·√(b*₁₀ + b*₀₁ − (b*₁₀ − b*₀₁)²/n*) / n*
 *
 * A. Agresti and Y. Min, "Simple improved confidence intervals for comparing matched proportions",
 * Statistics in Medicine 24:729–740, 2005. `value` is the plain difference, without the ½.
 *
 * Throws a RangeError where the two are not of one length, or empty.
 */
export function pairedErrors(a: ArrayLike<number>, b: ArrayLike<number>): Interval {
  const n = a.length;
  if (n !== b.length || n === 0)
    throw new RangeError(`expected two equally long lists of examples, got ${n} and ${b.length}`);
  let onlyA = 0;
  let onlyB = 0;
  for (let i = 0; i < n; i++) {
    if (a[i] > b[i]) onlyA++;
    else if (a[i] < b[i]) onlyB++;
  }
  const difference = onlyA - onlyB;
  const centre = difference / (n + 2);
  const disagreeing = onlyA + onlyB + 1;
  const half = (z95 * Math.sqrt(disagreeing - (difference * difference) / (n + 2))) / (n + 2);
  return {
    value: difference / n,
    low: Math.max(-1, centre - half),
    high: Math.min(1, centre + half),
  };
}
