import type { Histogram } from '#workers/stability/signals/histogram.ts';

/** The distribution of a layer's pre-activations. */
export interface PreActivations {
  /** Edges of the bins, rising and finite, `[bins + 1]`. */
  edges: number[];
  /** The share of all pre-activations in each bin, `[bins]`. */
  shares: number[];
  /** The shares below the first edge and above the last one. */
  below: number;
  above: number;
}

/**
 * The distribution of a layer; null if all its values are NaN, which no bin counts.
 *
 * @param layer counted from 1
 */
export function preActivationsOf(
  { edges, counts }: Histogram,
  layer: number,
): PreActivations | null {
  const columns = edges.length + 1;
  const row = counts.subarray((layer - 1) * columns, layer * columns);
  const total = row.reduce((sum, n) => sum + n, 0);
  if (total === 0) return null;
  const shares = Array.from(row, (n) => n / total);
  return {
    edges: [...edges],
    shares: shares.slice(1, -1),
    below: shares[0],
    above: shares[columns - 1],
  };
}

/** A share that is known only as far as the bins tell. */
export interface Share {
  /**
   * Estimate: each bin is filled evenly, and values beyond the bins count only for infinite ends.
   */
  about: number;
  /** The smallest and the largest share that the bins allow. */
  least: number;
  most: number;
}

/**
 * The share of pre-activations between `low` and `high`. An infinite end includes the values beyond
 * the bins on that side.
 */
export function shareWithin(
  { edges, shares, below, above }: PreActivations,
  [low, high]: readonly [number, number],
): Share {
  const out: Share = { about: 0, least: 0, most: 0 };
  shares.forEach((share, i) => {
    const [from, to] = [edges[i], edges[i + 1]];
    const inside = Math.min(to, high) - Math.max(from, low);
    if (inside <= 0) return;
    out.about += share * (inside / (to - from));
    out.most += share;
    if (inside === to - from) out.least += share;
  });
  for (const [share, whole, part] of [
    [below, low === -Infinity, low < edges[0]],
    [above, high === Infinity, high > edges[edges.length - 1]],
  ] as const) {
    if (whole) out.about += share;
    if (whole) out.least += share;
    if (part) out.most += share;
  }
  return out;
}
