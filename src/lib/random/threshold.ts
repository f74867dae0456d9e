/**
 * The drop threshold of probability `p` in [0, 1]: a unit is dropped when `(word >>> 8) < threshold`.
 * 24 bits, because a float32 holds them exactly; p = 0 drops nothing, p = 1 drops everything.
 */
export function threshold(p: number): number {
  return Math.round(p * 2 ** 24);
}
