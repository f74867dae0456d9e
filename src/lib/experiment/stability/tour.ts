import type { StabilityPresetName } from './presets.ts';

/** The walk for a lecture, from 2^100 to fifty layers that train: each stop is a preset. */
export const tour = [
  'products',
  'sums',
  'matrices',
  'small-weights',
  'sigmoid',
  'taylor',
  'scaled-sigmoid',
  'half-precision',
  'loss-scaling',
  'stuck',
  'rescued',
  'explodes',
] as const satisfies readonly StabilityPresetName[];
export type TourStop = (typeof tour)[number];
