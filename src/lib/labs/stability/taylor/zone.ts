/** The largest absolute remainder with which polynomial and function count as equal. */
export const tolerance = 0.01;

/**
 * The range around 0 in which the remainder is at most `tolerance`, by linear interpolation between
 * the points. An end is ±Infinity if the remainder never exceeds the tolerance on that side.
 *
 * @param x rising, 0 in the middle
 */
export function zoneOf(x: ArrayLike<number>, remainder: ArrayLike<number>): [number, number] {
  const middle = (x.length - 1) / 2;
  const side = (step: 1 | -1): number => {
    for (let i = middle; i >= 0 && i < x.length; i += step) {
      const miss = Math.abs(remainder[i]);
      if (miss <= tolerance) continue;
      if (i === middle) return 0;
      const before = Math.abs(remainder[i - step]);
      return x[i - step] + ((tolerance - before) / (miss - before)) * (x[i] - x[i - step]);
    }
    return step * Infinity;
  };
  return [side(-1), side(1)];
}
