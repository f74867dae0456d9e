import { rgbOf, type Colour } from '#lib/charts/colour.ts';
import { largest } from '#lib/experiment/score.ts';

/** The colours of the theme that the maps use. */
export interface Palette {
  surface: Colour;
  ink: Colour;
  /** Colours of the classes; with more than six classes they repeat. */
  classes: readonly Colour[];
}

/** Strength of the colour where a class is certain: points in the full colour still stand out. */
const strength = 0.72;
const classColours = 6;

/** Reads the palette; `token` gives the value of a custom property. */
export function paletteOf(token: (name: string) => string): Palette {
  return {
    surface: rgbOf(token('--surface-raised')),
    ink: rgbOf(token('--ink')),
    classes: Array.from({ length: classColours }, (_, c) => rgbOf(token(`--class-${c}`))),
  };
}

/**
 * Paints probabilities `[points, classes]` in the colour of the most probable class: from the
 * surface colour, where all are equally probable, to nearly the full colour, where that class is
 * certain. With two classes this gives one diverging scale about ½.
 *
 * @param pixels RGBA, `[points, 4]`
 */
export function paintProbabilities(
  pixels: Uint8ClampedArray,
  probabilities: ArrayLike<number>,
  classes: number,
  { surface, classes: colours }: Palette,
): void {
  for (let point = 0; point < pixels.length / 4; point++) {
    const best = largest(probabilities, point * classes, classes);
    const sure = (probabilities[point * classes + best] * classes - 1) / (classes - 1);
    mix(pixels, point, surface, colours[best % colours.length], strength * sure);
  }
}

/** Paints deviations `[points]`: the surface colour at 0, nearly the ink at `top` and above. */
export function paintSpread(
  pixels: Uint8ClampedArray,
  spread: ArrayLike<number>,
  top: number,
  { surface, ink }: Palette,
): void {
  for (let point = 0; point < pixels.length / 4; point++)
    mix(pixels, point, surface, ink, strength * Math.min(1, spread[point] / top));
}

/** Mixes two colours into a pixel; a NaN share gives the first colour. */
function mix(pixels: Uint8ClampedArray, at: number, from: Colour, to: Colour, share: number): void {
  const part = share > 0 ? share : 0;
  for (let i = 0; i < 3; i++) pixels[4 * at + i] = from[i] + part * (to[i] - from[i]);
  pixels[4 * at + 3] = 255;
}
