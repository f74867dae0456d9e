import type { Crowd, CrowdScore } from '#workers/observatory/crowd.ts';

/** What the crowd is looked at by: the share of wrong test examples, or the NLL in nats. */
export type Quantity = 'error' | 'loss';

/** The value of each subnetwork that was met, `[met]`. */
export function valuesOf(crowd: Crowd, quantity: Quantity): Float64Array {
  if (quantity === 'loss') return crowd.loss;
  return Float64Array.from(crowd.wrong, (wrong) => wrong / crowd.examples);
}

export function valueOf(score: CrowdScore, examples: number, quantity: Quantity): number {
  return quantity === 'loss' ? score.loss : score.wrong / examples;
}
