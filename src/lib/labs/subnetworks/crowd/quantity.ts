import type { Score as CrowdScore } from '#workers/averaging/score.ts';

/** The score of a subnetwork: its share of wrong test examples, or its mean NLL in nats. */
export type Quantity = 'error' | 'loss';

export function valueOf(score: CrowdScore, examples: number, quantity: Quantity): number {
  return quantity === 'loss' ? score.loss : score.wrong / examples;
}
