import { fillMask, type MaskRule } from '../network/masks.ts';

/** Factors `[count, units]` of the input (0) and of each hidden layer, by which they are multiplied. */
export type Masks = readonly Float64Array[];

/** The masks of one member for the first `count` rows of a batch at one step. */
export function masksOf(
  rule: MaskRule,
  p: readonly number[],
  sizes: readonly number[],
  member: number,
  step: number,
  count: number,
): Masks {
  return sizes.slice(0, -1).map((units, layer) => {
    const mask = new Float64Array(count * units);
    for (let row = 0; row < count; row++) {
      const example = mask.subarray(row * units, (row + 1) * units);
      fillMask(rule, p[layer] ?? 0, layer, member, row, step, example);
    }
    return mask;
  });
}

/** Masks under which nothing is dropped. */
export function noMasks(sizes: readonly number[], count: number): Masks {
  return masksOf({ kind: 'none' }, [], sizes, 0, 0, count);
}
