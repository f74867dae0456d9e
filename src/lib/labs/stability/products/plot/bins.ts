export { quantile } from '#lib/experiment/statistics/quantile.ts';

/** Numbers counted into bins of one width. */
export interface Bins {
  /** `[bins + 1]`, rising. */
  edges: number[];
  /** The share of all numbers in each bin, `[bins]`. */
  shares: number[];
  /** The shares beyond the first and the last edge. */
  below: number;
  above: number;
}

/** Counts numbers into bins. A bin holds its lower edge, the last one both; NaN is in none. */
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

/** Mean, and standard deviation with n − 1 below. */
export function meanAndDeviation(values: ArrayLike<number>): { mean: number; deviation: number } {
  const n = values.length;
  const all = Array.from(values);
  const mean = all.reduce((sum, x) => sum + x, 0) / n;
  const squares = all.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (n - 1)) };
}
