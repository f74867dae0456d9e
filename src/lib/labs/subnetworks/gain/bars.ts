import type { VariantName } from '#lib/experiment/experiment.ts';
import type { Average, GainAnswer } from '#workers/observatory/gain/gain.ts';
import type { LossKind, Losses } from '#workers/observatory/gain/losses.ts';
import { estimateOf, type Estimate } from './estimate.ts';

/** One ensemble as a bar: members − gain = mean. */
export interface Bar {
  key: string;
  variant: VariantName;
  /** `groups` disjoint averages of `k` networks each. */
  k: number;
  groups: number;
  /** Loss of a member, averaged over the members. */
  members: Estimate;
  /**
   * What averaging takes off the loss: the members' spread, or for the error just the difference.
   */
  gain: Estimate;
  /** Loss of the average. */
  mean: Estimate;
}

/** The loss of a single network, drawn as a vertical line across the bars. */
export interface Mark {
  variant: VariantName;
  loss: Estimate;
}

/** The difference of two figures for each example. */
function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - b[i]);
}

/** How much averaging lowers the loss on each example, `[examples]`. */
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
 * The gain as printed: the difference of the two printed losses, rounded to three decimals, so that
 * the sum is right for a reader who checks it. It differs from the gain by 0.001 at most.
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

/** The largest |members − spread − mean| over all examples: how exactly the identity holds. */
export function residualOf({ averages }: GainAnswer, kind: Exclude<LossKind, 'error'>): number {
  const off = ({ members, spread, mean }: Losses) =>
    members.reduce((most, loss, i) => Math.max(most, Math.abs(loss - spread[i] - mean[i])), 0);
  return Math.max(0, ...averages.map((average) => off(average[kind])));
}
