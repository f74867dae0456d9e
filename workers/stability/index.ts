import { learning } from './learning/learning.ts';
import { matrices } from './matrices/matrices.ts';
import { products } from './products/products.ts';
import { recurrence } from './recurrence/recurrence.ts';
import { rounding } from './rounding/rounding.ts';
import { signals } from './signals/signals.ts';
import { sums } from './sums/sums.ts';
import { taylor } from './taylor/taylor.ts';

/** Every experiment of the stability lab, by name: one file each. */
export const probes = {
  signals,
  recurrence,
  rounding,
  products,
  sums,
  matrices,
  taylor,
  learning,
} as const;
