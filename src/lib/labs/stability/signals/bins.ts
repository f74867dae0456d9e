import type { Histogram } from '#workers/stability/signals/histogram.ts';

/**
 * Reads histograms. The counts of a layer are those below all bins, of each bin, and above them.
 */

/** Number of bins, without the two counts for values beyond the edges. */
export function binCount({ edges }: Histogram): number {
  return edges.length - 1;
}

/** Counts of a layer: below all bins, in each bin, and above all bins, `[bins + 2]`. */
export function layerCounts(histogram: Histogram, layer: number): Uint32Array {
  const columns = binCount(histogram) + 2;
  return histogram.counts.subarray(layer * columns, (layer + 1) * columns);
}

/** Number of layers in the histogram, the input included. */
export function layerCount(histogram: Histogram): number {
  return histogram.counts.length / (binCount(histogram) + 2);
}

/** Whether any layer has values beyond the outer edges. */
export function reachesBeyond(histogram: Histogram): boolean {
  const last = binCount(histogram) + 1;
  for (let layer = 0; layer < layerCount(histogram); layer++) {
    const counts = layerCounts(histogram, layer);
    if (counts[0] > 0 || counts[last] > 0) return true;
  }
  return false;
}

/**
 * The value below which the given share of a layer's values lies, taking each bin to be filled
 * evenly. ∓Infinity if it lies beyond the bins, NaN for a layer without values.
 */
export function quantileOfBins(histogram: Histogram, layer: number, share: number): number {
  const counts = layerCounts(histogram, layer);
  const total = counts.reduce((sum, n) => sum + n, 0);
  if (total === 0) return NaN;
  let before = 0;
  for (let i = 0; i < counts.length; i++) {
    const at = share * total;
    if (counts[i] > 0 && before + counts[i] >= at) {
      if (i === 0) return -Infinity;
      if (i === counts.length - 1) return Infinity;
      const within = (at - before) / counts[i];
      const { edges } = histogram;
      return edges[i - 1] + within * (edges[i] - edges[i - 1]);
    }
    before += counts[i];
  }
  return NaN;
}

/**
 * Shares of a layer's values below the bins, in each of `groups` equal groups of bins, and above
 * them, `[groups + 2]`.
 */
export function groupShares(histogram: Histogram, layer: number, groups: number): number[] {
  const counts = layerCounts(histogram, layer);
  const total = counts.reduce((sum, n) => sum + n, 0);
  const per = binCount(histogram) / groups;
  const sums = new Array<number>(groups + 2).fill(0);
  counts.forEach((n, i) => {
    const edge = i === 0 ? 0 : i === counts.length - 1 ? groups + 1 : null;
    sums[edge ?? 1 + Math.min(groups - 1, Math.floor((i - 1) / per))] += n;
  });
  return sums.map((n) => n / total);
}
