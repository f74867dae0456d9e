import { boundaryLines, type Lines } from './contour.ts';
import { paintProbabilities, paintSpread, type Palette } from './paint.ts';

/** The content of one map. */
export interface Layer {
  /** Fills RGBA pixels, one for each grid point. */
  paint: (pixels: Uint8ClampedArray, palette: Palette) => void;
  lines: Lines;
  /** The probabilities shown, `[points, classes]`; null for a map of something else. */
  probabilities: ArrayLike<number> | null;
}

/** One of the six maps. */
export interface MapEntry {
  key: 'single' | 'member' | 'mean' | 'off' | 'exact' | 'spread';
  title: string;
  layer: Layer | null;
}

/**
 * A map of probabilities `[points, classes]` on a grid with `columns` columns; null without any.
 */
export function probabilityLayer(
  probabilities: ArrayLike<number> | null | undefined,
  classes: number,
  columns: number,
): Layer | null {
  if (!probabilities) return null;
  return {
    probabilities,
    paint: (pixels, palette) => paintProbabilities(pixels, probabilities, classes, palette),
    lines: boundaryLines(probabilities, classes, columns),
  };
}

/** A map of standard deviations `[points]`, with the border lines of the map of the mean. */
export function spreadLayer(
  spread: ArrayLike<number> | undefined,
  top: number,
  mean: Layer | null,
): Layer | null {
  if (!spread || !mean) return null;
  return {
    paint: (pixels, palette) => paintSpread(pixels, spread, top, palette),
    lines: mean.lines,
    probabilities: null,
  };
}

/** Paints the scale of a probability from 0 to 1, for two classes. */
export function probabilityScale(pixels: Uint8ClampedArray, palette: Palette): void {
  const pairs = evenly(pixels.length / 4).flatMap((share) => [1 - share, share]);
  paintProbabilities(pixels, pairs, 2, palette);
}

/** Paints the scale of a standard deviation from 0 to the scale's upper end. */
export function spreadScale(pixels: Uint8ClampedArray, palette: Palette): void {
  paintSpread(pixels, evenly(pixels.length / 4), 1, palette);
}

function evenly(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i / (count - 1));
}
