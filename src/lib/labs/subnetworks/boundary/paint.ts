import { rgbOf, type Colour } from '#lib/charts/colour.ts';
import { largest } from '#lib/experiment/score.ts';

/** The colours of the theme that maps are painted with. */
export interface Palette {
  surface: Colour;
  ink: Colour;
  /** One a class; they begin again after six. */
  classes: readonly Colour[];
}

/** How far the surest colour is from the surface: points in the full colour still stand out on it. */
const strength = 0.72;
const classColours = 6;

/** Reads the palette where `token` reads custom properties. */
export function paletteOf(token: (name: string) => string): Palette {
  return {
    surface: rgbOf(token('--surface-raised')),
    ink: rgbOf(token('--ink')),
    classes: Array.from({ length: classColours }, (_, c) => rgbOf(token(`--class-${c}`))),
  };
}

/**
 * Paints probabilities `[points, classes]`: the colour of the largest class, from the surface, where
 * no class is more probable than another, to nearly its full colour, where it is certain. With two
 * classes that is one diverging scale about ½.
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

/** Paints a spread `[points]` from the surface, at 0, to nearly the ink, at `top` and above. */
export function paintSpread(
  pixels: Uint8ClampedArray,
  spread: ArrayLike<number>,
  top: number,
  { surface, ink }: Palette,
): void {
  for (let point = 0; point < pixels.length / 4; point++)
    mix(pixels, point, surface, ink, strength * Math.min(1, spread[point] / top));
}

/** NaN is the first colour. */
function mix(pixels: Uint8ClampedArray, at: number, from: Colour, to: Colour, share: number): void {
  const part = share > 0 ? share : 0;
  for (let i = 0; i < 3; i++) pixels[4 * at + i] = from[i] + part * (to[i] - from[i]);
  pixels[4 * at + 3] = 255;
}
