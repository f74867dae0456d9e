import { expect } from 'vitest';

/** Largest absolute difference of two arrays. */
export function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    const d = Math.abs(a[i] - b[i]);
    if (!(d <= largest)) largest = d;
  }
  return largest;
}

function largestOf(a: ArrayLike<number>): number {
  return distance(a, new Float64Array(a.length));
}

/**
 * `got` is what float32 can give. The yardstick is the reference itself, computed twice: `exact` in
 * float64 and `single` in float32. Engine and `single` round the same quantities to 24 bits and differ
 * in the order of their sums alone, so both stand about as far from `exact`. Eight times that distance
 * allows for how the largest of a few hundred rounding errors falls out: of all pairs tried here the
 * worst used .53 of it; on top comes one unit in the
 * last place of the largest number (2⁻²³ of it), for where `single` happens to be exact.
 */
export function expectFloat32Close(
  got: ArrayLike<number>,
  exact: ArrayLike<number>,
  single: ArrayLike<number>,
  what: string,
): void {
  const allowed = 8 * distance(single, exact) + 2 ** -23 * largestOf(exact);
  // Adam divides small gradients by themselves, which magnifies rounding; a yardstick much longer than
  // that would prove nothing.
  expect(allowed, `yardstick, ${what}`).toBeLessThan(2 ** -11 * Math.max(1, largestOf(exact)));
  expect(distance(got, exact), what).toBeLessThanOrEqual(allowed);
}

/** Whether two arrays hold the same bytes: −0 is not 0, and a NaN is itself. */
export function sameBytes(a: Float32Array, b: Float32Array): boolean {
  const bytes = (x: Float32Array) => Buffer.from(x.buffer, x.byteOffset, x.byteLength);
  return bytes(a).equals(bytes(b));
}
