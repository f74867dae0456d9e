import { canDrop, type ExactProblem, type ExactSums } from '#lib/experiment/exact-sums.ts';
import { bottomOf } from './bottom.ts';
import type { ExactPlan } from './plan.ts';
import { bits } from './subsets.ts';
import { topOf } from './top.ts';

/**
 * The exact average over all 2ⁿ subnetworks of one network, each weighted by its probability
 * ∏ p^(1−m)(1−p)^m: no sampling, no tensors, no backend, float64 throughout. Fixed chunks of masks are
 * summed by themselves, and their sums are added in the order of the chunks (`addSums`), so that the
 * result is the same to the last bit however many workers share the chunks.
 */

/** The sums over one chunk of the plan. */
export function sumChunk(problem: ExactProblem, plan: ExactPlan, chunk: number): ExactSums {
  const { sizes, p, count } = problem;
  const last = p.length - 1;
  const classes = sizes[last + 1];
  /** Bits of the last layer that are not walked: the lowest of `outer`. */
  const high = canDrop(p[last]) ? sizes[last] - plan.walked : 0;
  const bottom = bottomOf(problem, high);
  const top = topOf(problem, plan.walked);
  const first = (plan.outer / plan.chunks) * chunk;
  const end = (plan.outer / plan.chunks) * (chunk + 1);
  const weights = outerWeights(sizes, p, high, first, end);

  const arithmetic = new Float64Array(count * classes);
  const logarithmic = new Float64Array(count * classes);
  for (let row = 0; row < count; row++) {
    bottom.begin(row);
    for (let outer = first; outer < end; outer++) {
      const h = bottom.at(outer);
      const weight = weights[outer - first];
      top(h, outer & (2 ** high - 1), weight, arithmetic, logarithmic, row * classes);
    }
  }
  return { arithmetic, logarithmic, weight: weights.reduce((sum, weight) => sum + weight, 0) };
}

/** The probability of each setting of the outer bits. */
function outerWeights(
  sizes: readonly number[],
  p: readonly number[],
  high: number,
  first: number,
  end: number,
): Float64Array {
  const weights = new Float64Array(end - first);
  const last = p.length - 1;
  for (let outer = first; outer < end; outer++) {
    let rest = outer;
    let weight = 1;
    for (let l = last; l >= 0; l--) {
      if (!canDrop(p[l])) continue;
      const units = l === last ? high : sizes[l];
      const kept = bits(rest & (2 ** units - 1));
      weight *= (1 - p[l]) ** kept * p[l] ** (units - kept);
      rest >>>= units;
    }
    weights[outer - first] = weight;
  }
  return weights;
}
