import type { StackSpec } from './stack.ts';

/** In a tapering stack, the factor from the width of the last layer to that of the inputs. */
const TAPER = 8;
/** In an alternating stack, the factor by which every other layer is narrower. */
const ALTERNATION = 4;

/**
 * Units of the inputs and of each layer, `[depth + 1]`. `tapering` shrinks by the same factor at each
 * layer, to an eighth at the top; `alternating` has every other layer a quarter as wide.
 */
export function widthsOf({
  depth,
  width,
  widths,
}: Pick<StackSpec, 'depth' | 'width' | 'widths'>): number[] {
  return Array.from({ length: depth + 1 }, (_, l) => {
    if (widths === 'tapering') return Math.round(width * TAPER ** (-l / depth));
    if (widths === 'alternating' && l % 2 === 1) return Math.round(width / ALTERNATION);
    return width;
  });
}
