/** Bits set in a whole number. */
export function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * All subsets of a layer's walked units, as numbers whose bits are the units kept. Those of one
 * probability stand together: group g is `order[begin[g]]` … `order[begin[g + 1] − 1]`.
 */
export interface Subsets {
  order: Uint16Array;
  /** `[groups + 1]`. */
  begin: readonly number[];
  /** The probability of one subset of each group, `[groups]`. */
  probability: Float64Array;
  /** The group of a subset. */
  groupOf(subset: number): number;
}

/** The subsets of `walked` units with drop probability `p`: grouped by size, or all in one group at p = ½. */
export function subsetsOf(walked: number, p: number): Subsets {
  const alike = p === 0.5;
  const groupOf = alike ? () => 0 : bits;
  const groups = alike ? 1 : walked + 1;
  const order = Uint16Array.from({ length: 2 ** walked }, (_, s) => s);
  if (!alike) order.sort((a, b) => bits(a) - bits(b));
  return {
    order,
    begin: Array.from({ length: groups + 1 }, (_, g) =>
      order.reduce((count, s) => (groupOf(s) < g ? count + 1 : count), 0),
    ),
    probability: Float64Array.from({ length: groups }, (_, g) => p ** (walked - g) * (1 - p) ** g),
    groupOf,
  };
}
