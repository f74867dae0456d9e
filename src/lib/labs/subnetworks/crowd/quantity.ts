import type { Score as CrowdScore } from '#workers/averaging/score.ts';

/** What the crowd is looked at by: the share of wrong test examples, or the NLL in nats. */
export type Quantity = 'error' | 'loss';

export function valueOf(score: CrowdScore, examples: number, quantity: Quantity): number {
  return quantity === 'loss' ? score.loss : score.wrong / examples;
}
