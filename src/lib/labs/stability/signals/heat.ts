import type { Histogram } from '#workers/stability/signals/histogram.ts';
import type { Colour } from '#lib/charts/colour.ts';
import { binCount, layerCount, layerCounts } from './bins.ts';

/**
 * The pixels of a heat map, RGBA: a column for each layer and a row for each bin, high values at
 * the top. The first and the last row count what lies beyond the bins. Colours run from `empty` to
 * `full`, which is the layer's fullest bin; they follow the root of the count, so that rare values
 * stay visible.
 */
export function heatPixels(
  histogram: Histogram,
  empty: Colour,
  full: Colour,
): { width: number; height: number; data: Uint8ClampedArray<ArrayBuffer> } {
  const width = layerCount(histogram);
  const height = binCount(histogram) + 2;
  const data = new Uint8ClampedArray(width * height * 4);
  for (let layer = 0; layer < width; layer++) {
    const counts = layerCounts(histogram, layer);
    const most = counts.reduce((a, b) => Math.max(a, b), 1);
    for (let row = 0; row < height; row++) {
      const depth = Math.sqrt(counts[height - 1 - row] / most);
      const at = 4 * (row * width + layer);
      for (let c = 0; c < 3; c++) data[at + c] = empty[c] + depth * (full[c] - empty[c]);
      data[at + 3] = 255;
    }
  }
  return { width, height, data };
}
