import type { StackSpec } from './stack.ts';

/** By how much the last layer is narrower than the inputs in a tapering stack. */
const TAPER = 8;
/** By how much every other layer is narrower in an alternating stack. */
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
