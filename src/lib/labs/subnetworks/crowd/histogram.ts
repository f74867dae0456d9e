import type { Tally } from '#workers/observatory/crowd/tally.ts';

/** A distribution as bars of equal width, with one more bar for what lies beyond the last. */
export interface Histogram {
  /** Width of one step, in units of the values. */
  grain: number;
  /** Whether values are always whole numbers of steps, as counts of errors are. */
  whole: boolean;
  /** The step at which the first bar begins, and the number of steps in a bar. */
  first: number;
  steps: number;
  bars: Bar[];
  /** The bar for what lies beyond the last one; null if nothing does. */
  beyond: Bar | null;
}

export interface Bar {
  /** Number of subnetworks. */
  count: number;
  /** Their share of the total weight. */
  share: number;
}

/** Bars at most, without the one beyond. */
const most = 60;
/** Share of the weight, at the long upper end, that may be drawn as a single bar. */
const tail = 0.005;

/** Sorts a tally into bars. The axis covers all values in `within`. */
export function histogramOf(
  { grain, counts, weights, weight }: Tally,
  within: readonly number[],
  whole: boolean,
): Histogram {
  const stepOf = (value: number) => Math.floor(value / grain + 1e-6);
  const lowest = Math.min(
    counts.findIndex((count) => count > 0),
    ...within.map(stepOf),
  );
  let highest = 0;
  for (let sum = weights[0]; sum < (1 - tail) * weight && highest < weights.length - 1;)
    sum += weights[++highest];
  highest = Math.max(highest, ...within.map(stepOf));

  const steps = roundUp((highest - lowest + 1) / (most - 1));
  const first = Math.floor(lowest / steps) * steps;
  const bars = Array.from({ length: Math.floor((highest - first) / steps) + 1 }, () => nothing());
  const beyond = nothing();
  counts.forEach((count, step) => {
    if (count === 0) return;
    const bar = bars[Math.floor((step - first) / steps)] ?? beyond;
    bar.count += count;
    bar.share += weights[step] / weight;
  });
  return { grain, whole, first, steps, bars, beyond: beyond.count > 0 ? beyond : null };
}

function nothing(): Bar {
  return { count: 0, share: 0 };
}

/** Rounds up to 1, 2 or 5 times a power of ten. */
function roundUp(count: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(count)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= count - 1e-9)!;
}

/** The lowest and the highest value of a bar; if values are whole steps, both can occur. */
export function rangeOf({ grain, whole, first, steps }: Histogram, bar: number): [number, number] {
  const from = first + bar * steps;
  return [from * grain, (from + steps - (whole ? 1 : 0)) * grain];
}

/** Position of a value in bars from the left edge of the first; whole steps count as centred. */
export function placeOf({ grain, whole, first, steps }: Histogram, value: number): number {
  return (value / grain - first + (whole ? 0.5 : 0)) / steps;
}

/** All bars, the one for what lies beyond last. */
export function barsOf({ bars, beyond }: Histogram): Bar[] {
  return beyond ? [...bars, beyond] : bars;
}
