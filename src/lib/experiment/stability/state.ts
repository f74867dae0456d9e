import * as v from 'valibot';
import { choice, integer, number, objectOf } from '#lib/fields/ranges.ts';
import { ComputeSchema } from './compute.ts';
import { probeSchemas } from './small-probes.ts';
import { StackSchema } from './stack.ts';
import { TrainingSchema } from './training.ts';

/** What the page of numerical stability shows: everything that decides a figure, as plain JSON. */

/** The experiments of the page. */
export const stabilityViews = [
  'products',
  'sums',
  'matrices',
  'taylor',
  'signals',
  'recurrence',
  'learning',
  'grid',
] as const;
export type StabilityView = (typeof stabilityViews)[number];

export const gridRanges = {
  /** The part of the stack that differs from row to row. */
  rows: choice(['initialisation', 'depth', 'activation'] as const),
  /** Learning rates, spaced evenly in their logarithm. */
  lowest: number(1e-6, 100),
  highest: number(1e-6, 100),
  columns: integer(2, 12),
} as const;

export const StabilitySchema = v.object({
  version: v.literal(1),
  preset: v.string(),
  view: v.picklist(stabilityViews),
  /** The network of `signals`, `learning` and `grid`; every view uses its seed. */
  stack: StackSchema,
  training: TrainingSchema,
  grid: objectOf(gridRanges),
  ...probeSchemas,
  compute: ComputeSchema,
});
export type StabilityState = v.InferOutput<typeof StabilitySchema>;

/** The learning rates of a grid, rising, `[columns]`. */
export function gridRates({ lowest, highest, columns }: StabilityState['grid']): number[] {
  const [from, to] = [Math.min(lowest, highest), Math.max(lowest, highest)];
  const ratio = to / from;
  return Array.from({ length: columns }, (_, i) => {
    const rate = from * ratio ** (i / (columns - 1));
    // Two digits: a rate that a person can read from the last row.
    return Number(rate.toPrecision(2));
  });
}
