import type { Ink } from './hand.ts';

/** Height of a digit, in heights of the picture: MNIST's 20 of 28. */
const HEIGHT = 20 / 28;

/**
 * Draws ink, in the unit box, as a picture of side · side pixels in [0, 1], row-major, into `out` from
 * `offset` on. A pixel is as dark as its centre lies inside the line, with a ramp one pixel wide. A
 * digit that would leave the picture is moved and, where it must be, shrunk to stay inside.
 */
export function rasterise(ink: readonly Ink[], side: number, out: Float32Array, offset: number) {
  const { scale, x0, y0 } = fit(ink, side);
  for (const { line, radius } of ink) {
    for (let i = 1; i < radius.length; i++) {
      segment(
        x0 + scale * line[2 * i - 2],
        y0 + scale * line[2 * i - 1],
        x0 + scale * line[2 * i],
        y0 + scale * line[2 * i + 1],
        (scale * (radius[i] + radius[i - 1])) / 2,
        side,
        out,
        offset,
      );
    }
  }
}

/** Pixels for a unit, and where the unit box's corner lies. */
function fit(ink: readonly Ink[], side: number) {
  const low = [Infinity, Infinity];
  const high = [-Infinity, -Infinity];
  for (const { line, radius } of ink) {
    for (let i = 0; i < line.length; i++) {
      const r = radius[i >> 1];
      low[i & 1] = Math.min(low[i & 1], line[i] - r);
      high[i & 1] = Math.max(high[i & 1], line[i] + r);
    }
  }
  const widest = Math.max(high[0] - low[0], high[1] - low[1]);
  const scale = Math.min(side * HEIGHT, side / widest);
  const corner = [0, 1].map((axis) => {
    const wanted = side / 2 - scale / 2;
    return Math.max(-scale * low[axis], Math.min(side - scale * high[axis], wanted));
  });
  return { scale, x0: corner[0], y0: corner[1] };
}

/** Darkens the pixels around one straight piece, all in pixels. */
function segment(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  radius: number,
  side: number,
  out: Float32Array,
  offset: number,
): void {
  const reach = radius + 0.5;
  const left = Math.max(0, Math.floor(Math.min(ax, bx) - reach));
  const right = Math.min(side - 1, Math.floor(Math.max(ax, bx) + reach));
  const top = Math.max(0, Math.floor(Math.min(ay, by) - reach));
  const bottom = Math.min(side - 1, Math.floor(Math.max(ay, by) + reach));
  const dx = bx - ax;
  const dy = by - ay;
  const length2 = dx * dx + dy * dy + 1e-12;
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const px = x + 0.5 - ax;
      const py = y + 0.5 - ay;
      const t = Math.max(0, Math.min(1, (px * dx + py * dy) / length2));
      const ex = px - t * dx;
      const ey = py - t * dy;
      const shade = Math.min(1, reach - Math.sqrt(ex * ex + ey * ey));
      const pixel = offset + y * side + x;
      if (shade > out[pixel]) out[pixel] = shade;
    }
  }
}
