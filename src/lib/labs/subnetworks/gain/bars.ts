import type { VariantName } from '#lib/experiment/experiment.ts';
import type { Average, GainAnswer } from '#workers/observatory/gain/gain.ts';
import type { LossKind, Losses } from '#workers/observatory/gain/losses.ts';
import { estimateOf, type Estimate } from './estimate.ts';

/** One ensemble as a bar: members − gain = mean. */
export interface Bar {
  key: string;
  variant: VariantName;
  /** Networks averaged; `groups` disjoint such averages. */
  k: number;
  groups: number;
  /** Loss of the average member. */
  members: Estimate;
  /** What averaging takes off: the spread of the members; of the error merely the difference. */
  gain: Estimate;
  /** Loss of the average. */
  mean: Estimate;
}

/** One network, as an upright line across the bars. */
export interface Mark {
  variant: VariantName;
  loss: Estimate;
}

/** The difference of two figures for each example. */
function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - b[i]);
}

/** What averaging takes off, example by example. */
export function gainOf(average: Average, kind: LossKind): Float64Array {
  const { members, mean, spread } = average[kind];
  return kind === 'error' ? minus(members, mean) : spread;
}

export function barsOf({ averages }: GainAnswer, kind: LossKind): Bar[] {
  return averages.map((average) => ({
    key: `${average.variant} ${average.k}`,
    variant: average.variant,
    k: average.k,
    groups: average.groups,
    members: estimateOf(average[kind].members),
    gain: estimateOf(gainOf(average, kind)),
    mean: estimateOf(average[kind].mean),
  }));
}

/**
 * The gain as it is written: the difference of the two losses as they are written, to three decimals of
 * a loss or of a share, so that the sum comes out for who checks it. Off by .001 at most.
 */
export function writtenGain({ members, mean }: Pick<Bar, 'members' | 'mean'>): number {
  const rounded = (value: number) => Math.round(value * 1000);
  return (rounded(members.value) - rounded(mean.value)) / 1000;
}

/** The single network and the one with dropout turned off, as far as they were trained. */
export function marksOf({ references }: GainAnswer, kind: LossKind): Mark[] {
  return (['single', 'dropout'] as const).flatMap((variant) => {
    const found = references.find((one) => one.variant === variant);
    return found ? [{ variant, loss: estimateOf(found[kind].mean) }] : [];
  });
}

/** The largest |members − spread − mean| of any example: how exactly the identity came out. */
export function residualOf({ averages }: GainAnswer, kind: Exclude<LossKind, 'error'>): number {
  const off = ({ members, spread, mean }: Losses) =>
    members.reduce((most, loss, i) => Math.max(most, Math.abs(loss - spread[i] - mean[i])), 0);
  return Math.max(0, ...averages.map((average) => off(average[kind])));
}
