import { bisectCenter } from 'd3-array';

/** The index of the value of ascending `x` that is nearest to `at`; -1 where there is none. */
export function nearest(x: ArrayLike<number>, at: number): number {
  return x.length === 0 ? -1 : bisectCenter(x as number[], at);
}

/** The value of a line measured at `at` or nearest to it; NaN beyond its ends, where nothing is known. */
export function valueAt(x: ArrayLike<number>, y: ArrayLike<number>, at: number): number {
  const i = nearest(x, at);
  if (i < 0) return NaN;
  const spacing = x.length > 1 ? Math.abs(x[Math.max(1, i)] - x[Math.max(1, i) - 1]) : 0;
  return Math.abs(x[i] - at) <= spacing ? y[i] : NaN;
}

/** The index of the last finite value; -1 where there is none. */
export function lastFinite(y: ArrayLike<number>): number {
  for (let i = y.length - 1; i >= 0; i--) if (Number.isFinite(y[i])) return i;
  return -1;
}

/** At most `most` indices out of `count`, evenly spread, the first and the last among them. */
export function thin(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, i) => i);
  return Array.from({ length: most }, (_, i) => Math.round((i * (count - 1)) / (most - 1)));
}
