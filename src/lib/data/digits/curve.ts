import type { Knot } from './ways.ts';

/** Points on a curve, x and y in turn: [x₀, y₀, x₁, y₁, …]. */
export type Polyline = number[];

/** Straight pieces between two knots. */
const PIECES = 6;

/**
 * A smooth curve through the knots of a stroke: centripetal Catmull-Rom, which makes neither cusps nor
 * loops of its own (Yuksel, Schaefer and Keyser 2011), broken where a knot is a corner.
 */
export function curve(knots: readonly Knot[]): Polyline {
  const line: Polyline = [knots[0][0], knots[0][1]];
  let start = 0;
  for (let i = 1; i < knots.length; i++) {
    if (i < knots.length - 1 && knots[i][2] !== 'corner') continue;
    smooth(knots.slice(start, i + 1), line);
    start = i;
  }
  return line;
}

/** Appends the curve through `knots`, without its first point. */
function smooth(knots: readonly Knot[], line: Polyline): void {
  const last = knots.length - 1;
  for (let i = 0; i < last; i++) {
    const b = knots[i];
    const c = knots[i + 1];
    // Beyond an end the curve goes on as it came.
    const a = i > 0 ? knots[i - 1] : ([2 * b[0] - c[0], 2 * b[1] - c[1]] as const);
    const d = i + 1 < last ? knots[i + 2] : ([2 * c[0] - b[0], 2 * c[1] - b[1]] as const);
    const ab = spacing(a, b);
    const bc = spacing(b, c);
    const cd = spacing(c, d);
    for (let piece = 1; piece <= PIECES; piece++) {
      const t = piece / PIECES;
      for (const axis of [0, 1] as const) {
        line.push(hermite(a[axis], b[axis], c[axis], d[axis], ab, bc, cd, t));
      }
    }
  }
}

/** The root of the distance, which is what makes the curve centripetal. */
function spacing(a: readonly number[] | Knot, b: readonly number[] | Knot): number {
  return Math.sqrt(Math.hypot(Number(a[0]) - Number(b[0]), Number(a[1]) - Number(b[1]))) + 1e-6;
}

/** The cubic from b to c at t in [0, 1], with the tangents that the spacings give. */
function hermite(
  a: number,
  b: number,
  c: number,
  d: number,
  ab: number,
  bc: number,
  cd: number,
  t: number,
): number {
  const leave = bc * ((b - a) / ab - (c - a) / (ab + bc) + (c - b) / bc);
  const arrive = bc * ((c - b) / bc - (d - b) / (bc + cd) + (d - c) / cd);
  const t2 = t * t;
  const t3 = t2 * t;
  return (
    (2 * t3 - 3 * t2 + 1) * b +
    (t3 - 2 * t2 + t) * leave +
    (3 * t2 - 2 * t3) * c +
    (t3 - t2) * arrive
  );
}
