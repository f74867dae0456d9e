import { pairedErrors } from './paired-errors.ts';

export type Relation = 'better' | 'worse' | 'no clear difference';

/** What may be said of two predictors of the same examples. */
export interface Comparison {
  relation: Relation;
  /** Error of the first minus error of the second, with its 95% interval: shares in [−1, 1]. */
  difference: number;
  low: number;
  high: number;
}

/**
 * Whether `a` errs less or more often than `b` on the same examples; each is 1 where wrong,
 * `[examples]`. Better or worse only where the paired interval excludes zero.
 */
export function verdict(a: ArrayLike<number>, b: ArrayLike<number>): Comparison {
  const { value, low, high } = pairedErrors(a, b);
  const relation = high < 0 ? 'better' : low > 0 ? 'worse' : 'no clear difference';
  return { relation, difference: value, low, high };
}
