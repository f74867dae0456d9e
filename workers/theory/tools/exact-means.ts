import { addSums } from '#lib/experiment/exact-sums.ts';
import { sumChunk } from '../../averaging/exact/exact.ts';
import { planOf } from '../../averaging/exact/plan.ts';
import type { Comparison } from './compare.ts';
import { switchedOff, type NetworkOnExamples } from './members.ts';

/** Both means over all subnetworks, as probabilities `[count, classes]`. */
export interface ExactMeans {
  arithmetic: Float64Array;
  /** The normalised weighted geometric mean: softmax of the mean log-probabilities. */
  geometric: Float64Array;
}

/** The means by enumeration of all masks (`averaging/exact`). */
export function exactMeans(network: NetworkOnExamples): ExactMeans {
  const plan = planOf(network.sizes, network.p);
  const chunks = Array.from({ length: plan.chunks }, (_, chunk) => sumChunk(network, plan, chunk));
  const { arithmetic, logarithmic } = addSums(chunks);
  const classes = network.sizes[network.sizes.length - 1];
  const geometric = logarithmic.map(Math.exp);
  for (let start = 0; start < geometric.length; start += classes) {
    let total = 0;
    for (let c = start; c < start + classes; c++) total += geometric[c];
    for (let c = start; c < start + classes; c++) geometric[c] /= total;
  }
  return { arithmetic, geometric };
}

/** Adds to `compared` each probability of a mean over all subnetworks, and what it is with dropout off. */
export function compareWithOff(
  compared: Comparison,
  network: NetworkOnExamples,
  kind: keyof ExactMeans,
): void {
  const off = switchedOff(network);
  exactMeans(network)[kind].forEach((mean, i) => compared.add(mean, Math.exp(off[i])));
}
