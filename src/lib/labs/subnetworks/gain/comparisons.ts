import type { VariantName } from '#lib/experiment/experiment.ts';
import type { Interval } from '#lib/experiment/statistics/interval.ts';
import { pairedErrors } from '#lib/experiment/statistics/paired-errors.ts';
import { pairedLosses } from '#lib/experiment/statistics/paired-losses.ts';
import type { Relation } from '#lib/experiment/statistics/verdict.ts';
import type { Average, GainAnswer } from '#workers/observatory/gain/gain.ts';
import type { LossKind } from '#workers/observatory/gain/losses.ts';
import { gainOf } from './bars.ts';

/** The loss of one predictor minus that of another on the same examples: negative is better. */
export interface Difference extends Interval {
  relation: Relation;
}

/** One side of a comparison: an average of k networks, or a single network (k = 0). */
export interface Side {
  variant: VariantName;
  k: number;
}

export interface Comparison extends Difference {
  subject: Side;
  object: Side;
}

/**
 * Compares the losses a and b, `[examples]`: better or worse only if the 95% interval of the paired
 * difference excludes zero. `counts` says that each value is 0 or 1.
 */
export function differenceOf(a: Float64Array, b: Float64Array, counts: boolean): Difference {
  const interval = counts ? pairedErrors(a, b) : pairedLosses(a, b);
  const { low, high } = interval;
  const relation = high < 0 ? 'better' : low > 0 ? 'worse' : 'no clear difference';
  return { ...interval, relation };
}

/** What sharing weights changes in the members, in their spread and in their average. */
export interface Sharing {
  k: number;
  members: Difference;
  /** Spread with shared weights minus spread with own weights: negative means less to gain. */
  gain: Difference;
  mean: Difference;
}

/**
 * Compares `shared-subnetworks` with `subnetworks`, which have the same masks and differ only in
 * sharing one set of weights. Null if either was not trained or lost a member.
 */
export function sharingOf(answer: GainAnswer, kind: LossKind): Sharing | null {
  const shared = averageOf(answer, 'shared-subnetworks');
  const own = averageOf(answer, 'subnetworks');
  if (!shared || !own || shared.k !== own.k) return null;
  return {
    k: shared.k,
    members: differenceOf(shared[kind].members, own[kind].members, false),
    gain: differenceOf(gainOf(shared, kind), gainOf(own, kind), false),
    mean: differenceOf(shared[kind].mean, own[kind].mean, kind === 'error'),
  };
}

/** Compares dropout's average with dropout turned off, and every average with `single`. */
export function comparisonsOf(answer: GainAnswer, kind: LossKind): Comparison[] {
  const reference = (variant: VariantName) =>
    answer.references.find((one) => one.variant === variant);
  const off = reference('dropout');
  const single = reference('single');
  const found: Comparison[] = [];
  const compare = ({ variant, k, ...losses }: Average, other: typeof off) => {
    if (other)
      found.push({
        subject: { variant, k },
        object: { variant: other.variant, k: 0 },
        ...differenceOf(losses[kind].mean, other[kind].mean, kind === 'error'),
      });
  };
  const dropout = averageOf(answer, 'dropout');
  if (dropout && dropout.k > 1) compare(dropout, off);
  for (const average of answer.averages) if (average.groups === 1) compare(average, single);
  return found;
}

/** The first average of a variant, which covers all its networks. */
function averageOf({ averages }: GainAnswer, variant: VariantName): Average | undefined {
  return averages.find((one) => one.variant === variant);
}
