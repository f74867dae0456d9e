import { plain, type Variant } from './variant.ts';

/**
 * One set of weights; a fresh mask for every example at every step: 2ⁿ subnetworks that share weights.
 * Predicts with dropout off; the averages over its subnetworks are the averager's.
 */
export const dropout: Variant = {
  ...plain,
  masks: ({ seeds }) => ({ kind: 'fresh', seed: seeds.masks }),
};
