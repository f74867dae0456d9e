/**
 * A quantile of numbers that are sorted, by linear interpolation (type 7 of Hyndman and Fan 1996); NaN
 * where there are none. Infinite numbers are numbers, which d3's quantile does not allow for.
 */
export function quantile(sorted: ArrayLike<number>, level: number): number {
  if (sorted.length === 0) return Number.NaN;
  const at = level * (sorted.length - 1);
  const below = Math.floor(at);
  // Without the condition, 0 · Infinity and Infinity − Infinity would be NaN.
  if (at === below || sorted[below] === sorted[below + 1]) return sorted[below];
  return sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]);
}
