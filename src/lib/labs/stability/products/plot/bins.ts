export { quantile } from '#lib/experiment/statistics/quantile.ts';

/** A histogram with bins of equal width. */
export interface Bins {
  /** Edges of the bins, rising, `[bins + 1]`. */
  edges: number[];
  /** The share of all numbers in each bin, `[bins]`. */
  shares: number[];
  /** The shares of numbers below the first edge and above the last one. */
  below: number;
  above: number;
}

/**
 * Counts numbers into `count` equal bins. Each bin includes its lower edge, the last one its upper
 * edge as well. NaN is in no bin, but counts towards the total.
 */
export function binsOf(
  values: ArrayLike<number>,
  [low, high]: readonly [number, number],
  count: number,
): Bins {
  const edges = Array.from({ length: count + 1 }, (_, i) => low + ((high - low) * i) / count);
  const shares = new Array<number>(count).fill(0);
  const one = 1 / Math.max(1, values.length);
  let [below, above] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const at = Math.floor(((values[i] - low) / (high - low)) * count);
    if (values[i] < low) below += one;
    else if (values[i] > high) above += one;
    else if (!Number.isNaN(at)) shares[Math.min(count - 1, at)] += one;
  }
  return { edges, shares, below, above };
}

/** Mean, and standard deviation with divisor n − 1. */
export function meanAndDeviation(values: ArrayLike<number>): { mean: number; deviation: number } {
  const n = values.length;
  const all = Array.from(values);
  const mean = all.reduce((sum, x) => sum + x, 0) / n;
  const squares = all.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (n - 1)) };
}
