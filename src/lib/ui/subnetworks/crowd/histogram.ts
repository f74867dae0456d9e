/** A distribution as bars of one width, and one more for what lies beyond the last of them. */
export interface Histogram {
  /** Where the first bar begins, and how wide each is. */
  low: number;
  width: number;
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
const most = 40;
/** The long thin end of the distribution, by weight, that is drawn as one bar. */
const tail = 0.005;
/** Steps into which the range is cut to find where that end begins. */
const steps = 4000;

/**
 * The bars of `values` with their `weights`. All values in `within` lie on the axis. With `grain` every
 * value is a multiple of it, and bars stand around whole multiples: none is favoured by a boundary.
 */
export function histogramOf(
  values: Float64Array,
  weights: Float64Array,
  within: readonly number[],
  grain: number | null,
): Histogram {
  let total = 0;
  let [least, largest] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    total += weights[i];
    least = Math.min(least, values[i]);
    largest = Math.max(largest, values[i]);
  }
  if (!(total > 0)) return { low: 0, width: grain ?? 1, bars: [], beyond: null };

  const first = Math.min(least, ...within);
  const end = Math.max(endOf(values, weights, least, largest, total), ...within);
  const width = widthFor(end - first, grain);
  const low = grain ? first - grain / 2 : Math.floor(first / width) * width;
  const bars = Array.from({ length: Math.floor((end - low) / width) + 1 }, (): Bar => ({
    count: 0,
    share: 0,
  }));
  const beyond: Bar = { count: 0, share: 0 };
  for (let i = 0; i < values.length; i++) {
    const bar = bars[Math.floor((values[i] - low) / width)] ?? beyond;
    bar.count++;
    bar.share += weights[i] / total;
  }
  return { low, width, bars, beyond: beyond.count > 0 ? beyond : null };
}

/** The value below which all but the tail of the weight lies, rounded up to a step. */
function endOf(
  values: Float64Array,
  weights: Float64Array,
  least: number,
  largest: number,
  total: number,
): number {
  const step = (largest - least) / steps;
  if (step === 0) return largest;
  const weight = new Float64Array(steps + 1);
  for (let i = 0; i < values.length; i++)
    weight[Math.floor((values[i] - least) / step)] += weights[i];
  let sum = 0;
  for (let s = 0; s <= steps; s++) {
    sum += weight[s];
    if (sum >= (1 - tail) * total) return Math.min(largest, least + (s + 1) * step);
  }
  return largest;
}

/** The smallest of 1, 2 or 5 times a power of ten (times `grain`) that needs no more than `most` bars. */
function widthFor(range: number, grain: number | null): number {
  const unit = grain ?? 1;
  const least = Math.max(range / unit / (most - 1), grain ? 1 : 1e-9);
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((each) => each * power >= least * (1 - 1e-9))!;
  return factor * power * unit;
}

/** The lowest and the highest value that a bar can hold; with `grain` both are values themselves. */
export function rangeOf(
  { low, width }: Histogram,
  bar: number,
  grain: number | null,
): [number, number] {
  const from = low + bar * width;
  const half = grain ? grain / 2 : 0;
  return [from + half, from + width - half];
}
