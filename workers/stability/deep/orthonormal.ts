import type { Generator } from '#lib/random/generator.ts';

/**
 * `count` orthonormal vectors of `length` ≥ count numbers, every such set equally likely (Haar): the first
 * `count` rows of the array that is returned, `[count + 3, length]`.
 *
 * Vectors are made from the last to the first (Stewart 1980, "The efficient generation of random orthogonal
 * matrices"). The v-th is a random direction of the coordinates from v on. The vectors after v, which
 * have only coordinates beyond v, are then mirrored in the plane that takes the v-th axis to the v-th
 * vector or its opposite: so they stand at right angles to that vector, and stay as random as they were.
 */
export function orthonormal(count: number, length: number, random: Generator): Float64Array {
  // Three rows more, which stay 0: vectors are mirrored in fours.
  const rows = new Float64Array((count + 3) * length);
  for (let v = count - 1; v >= 0; v--) {
    const own = rows.subarray(v * length + v, (v + 1) * length);
    drawDirection(own, random);
    // The normal of the mirror is own ± the axis: with the sign of own[0], nothing cancels.
    const first = own[0];
    own[0] += first < 0 ? -1 : 1;
    for (let after = v + 1; after < count; after += 4)
      mirrorFour(own, rows, after * length + v, length);
    own[0] = first;
  }
  return rows;
}

/** A random unit vector. */
function drawDirection(out: Float64Array, random: Generator): void {
  let squares = 0;
  for (let i = 0; i < out.length; i++) {
    out[i] = random.normal();
    squares += out[i] * out[i];
  }
  const norm = Math.sqrt(squares);
  for (let i = 0; i < out.length; i++) out[i] /= norm;
}

/**
 * r ← r − 2 n (n·r)/(n·n) for the numbers from `start` on of four rows below each other; n·n is 2|n₀|. Four
 * at once, since each addition waits for the one before.
 */
function mirrorFour(n: Float64Array, rows: Float64Array, start: number, length: number): void {
  const [p, q, r, s] = [start, start + length, start + 2 * length, start + 3 * length];
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < n.length; i++) {
    const x = n[i];
    a += x * rows[p + i];
    b += x * rows[q + i];
    c += x * rows[r + i];
    d += x * rows[s + i];
  }
  const half = Math.abs(n[0]);
  a /= half;
  b /= half;
  c /= half;
  d /= half;
  for (let i = 0; i < n.length; i++) {
    const x = n[i];
    rows[p + i] -= a * x;
    rows[q + i] -= b * x;
    rows[r + i] -= c * x;
    rows[s + i] -= d * x;
  }
}
