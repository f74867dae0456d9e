import type { Tally } from '#workers/observatory/crowd/tally.ts';

/** A distribution as bars of one width, and one more for what lies beyond the last of them. */
export interface Histogram {
  /** Width of a step of the values. */
  grain: number;
  /** The values are whole numbers of steps, not anything between. */
  whole: boolean;
  /** The step at which the first bar begins, and how many make a bar. */
  first: number;
  steps: number;
  bars: Bar[];
  /** Null where nothing lies beyond. */
  beyond: Bar | null;
}

export interface Bar {
  /** Subnetworks. */
  count: number;
  /** Their weight, as a share of that of all. */
  share: number;
}

/** Bars at most. */
const most = 60;
/** The long thin end of the distribution, by weight, that is drawn as one bar. */
const tail = 0.005;

/** The bars of a tally. All values `within` lie on the axis. */
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

/** The next of 1, 2 and 5 times a power of ten. */
function roundUp(count: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(count)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= count - 1e-9)!;
}

/** The lowest and the highest value of a bar; of whole values both are values themselves. */
export function rangeOf({ grain, whole, first, steps }: Histogram, bar: number): [number, number] {
  const from = first + bar * steps;
  return [from * grain, (from + steps - (whole ? 1 : 0)) * grain];
}

/** Where a value stands, in bars from the left edge of the first; whole values in the middle of theirs. */
export function placeOf({ grain, whole, first, steps }: Histogram, value: number): number {
  return (value / grain - first + (whole ? 0.5 : 0)) / steps;
}

/** Every bar, that of what lies beyond last. */
export function barsOf({ bars, beyond }: Histogram): Bar[] {
  return beyond ? [...bars, beyond] : bars;
}
