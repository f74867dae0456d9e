import { addSums } from '#lib/experiment/exact-sums.ts';
import { sumChunk } from '../../averaging/exact/exact.ts';
import { planOf } from '../../averaging/exact/plan.ts';
import type { Problem } from './members.ts';

/** Both means over all subnetworks, as probabilities `[count, classes]`. */
export interface ExactMeans {
  arithmetic: Float64Array;
  /** The normalised weighted geometric mean: softmax of the mean log-probabilities. */
  geometric: Float64Array;
}

/** The means by enumeration of all masks (`averaging/exact`). */
export function exactMeans(problem: Problem): ExactMeans {
  const plan = planOf(problem.sizes, problem.p);
  const chunks = Array.from({ length: plan.chunks }, (_, chunk) => sumChunk(problem, plan, chunk));
  const { arithmetic, logarithmic } = addSums(chunks);
  const classes = problem.sizes[problem.sizes.length - 1];
  const geometric = logarithmic.map(Math.exp);
  for (let start = 0; start < geometric.length; start += classes) {
    let total = 0;
    for (let c = start; c < start + classes; c++) total += geometric[c];
    for (let c = start; c < start + classes; c++) geometric[c] /= total;
  }
  return { arithmetic, geometric };
}
