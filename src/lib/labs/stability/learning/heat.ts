import type { Colour } from '#lib/charts/colour.ts';
import type { Track } from './track.ts';

/** Powers of ten between which colours tell norms apart; beyond, norms share the end colours. */
const FLOOR = -12;
const CEILING = 12;

/** The powers of ten that have the palest and the fullest colour. */
export interface Decades {
  low: number;
  high: number;
}

/** The decades that all finite norms above 0 span, limited to `FLOOR` and `CEILING`. */
export function decadesOf(tracks: readonly Track[]): Decades {
  let smallest = Infinity;
  let largest = 0;
  for (const { norms, length, layers } of tracks)
    for (let i = 0; i < length * layers; i++) {
      const norm = norms[i];
      if (!(norm > 0) || norm === Infinity) continue;
      if (norm < smallest) smallest = norm;
      if (norm > largest) largest = norm;
    }
  if (largest === 0) return { low: -1, high: 0 };
  const high = Math.max(FLOOR + 1, Math.min(CEILING, Math.ceil(Math.log10(largest))));
  const low = Math.max(FLOOR, Math.min(high - 1, Math.floor(Math.log10(smallest))));
  return { low, high };
}

/**
 * `scale` runs from the smallest norm over the middle to the largest. `zero` and `lost` (not
 * finite) are hatched over `ground`.
 */
export interface HeatColours {
  scale: readonly [Colour, Colour, Colour];
  ground: Colour;
  zero: Colour;
  lost: Colour;
}

/** What to paint: the norms of `track`, with `span` steps over the whole width. */
export interface HeatMap {
  track: Track;
  decades: Decades;
  colours: HeatColours;
  span: number;
}

/** Distance of the hatching's lines and their thickness, in pixels. */
const HATCH = 7;
const STROKE = 3;

/**
 * The pixels of a gradient map, RGBA `[height, width]`: layer 1 at the bottom, steps to the right.
 * If there are more steps than columns, a column shows the first of its steps.
 */
export function gradientPixels(
  { track, decades: { low, high }, colours, span }: HeatMap,
  width: number,
  height: number,
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint32Array(width * height);
  const { layers, length } = track;
  const [zero, lost, ground] = [colours.zero, colours.lost, colours.ground].map(packed);
  for (let x = 0; x < width; x++) {
    const step = Math.floor((x * span) / width);
    if (step >= length) break;
    for (let layer = 0; layer < layers; layer++) {
      const norm = track.norm(step, layer);
      const top = Math.round(((layers - 1 - layer) * height) / layers);
      const base = Math.round(((layers - layer) * height) / layers);
      if (norm > 0 && norm < Infinity) {
        const share = (Math.log10(norm) - low) / (high - low);
        const colour = packed(mixed(colours.scale, Math.max(0, Math.min(1, share))));
        for (let y = top; y < base; y++) pixels[y * width + x] = colour;
      } else {
        const [mark, slant] = norm === 0 ? [zero, 1] : [lost, -1];
        for (let y = top; y < base; y++) {
          const on = (x + slant * y + HATCH * height) % HATCH < STROKE;
          pixels[y * width + x] = on ? mark : ground;
        }
      }
    }
  }
  return new Uint8ClampedArray(pixels.buffer);
}

function mixed([from, middle, to]: HeatColours['scale'], share: number): Colour {
  const [a, b, t] = share < 0.5 ? [from, middle, 2 * share] : [middle, to, 2 * share - 1];
  return [0, 1, 2].map((c) => Math.round(a[c] + t * (b[c] - a[c]))) as unknown as Colour;
}

/**
 * A colour as a 32-bit number with red in the lowest byte, which comes first in memory: every
 * machine that runs a browser is little-endian.
 */
function packed([r, g, b]: Colour): number {
  return ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
}
