import type uPlot from 'uplot';
import { markerPath, type Marker } from './styles.ts';

/** Pixels between the markers of a long line. */
const SPACING = 110;
/** Pixels: every point gets a marker if points are at least this far apart on average. */
const ROOM = 36;

/**
 * Which points of a line get a marker: all of them if there is room; otherwise the first point at
 * or after each of a row of evenly spaced places, and the last point. The places are fixed on the
 * axis, so that markers stay put while a line grows, and shifted a little from line to line.
 *
 * @param lefts pixels of each point along x, ascending; NaN where there is none
 */
export function markedPoints(lefts: ArrayLike<number>, line: number): number[] {
  const present = presentPoints(lefts);
  if (present.length < 2) return present;
  const length = lefts[present[present.length - 1]] - lefts[present[0]];
  if (length / (present.length - 1) >= ROOM) return present;
  const marked: number[] = [];
  const shift = (line * 37) % SPACING;
  let place = -Infinity;
  for (const i of present) {
    const next = Math.floor((lefts[i] - shift) / SPACING);
    if (next > place && place !== -Infinity) marked.push(i);
    place = Math.max(place, next);
  }
  const last = present[present.length - 1];
  // The end matters more than a marker just before it.
  const before = marked[marked.length - 1];
  if (before !== undefined && lefts[last] - lefts[before] < SPACING / 4) marked.pop();
  return [...marked, last];
}

/** Indices of the first and the last point that can be drawn. */
export function endPoints(lefts: ArrayLike<number>): number[] {
  const present = presentPoints(lefts);
  return present.length > 1 ? [present[0], present[present.length - 1]] : present;
}

function presentPoints(lefts: ArrayLike<number>): number[] {
  const present: number[] = [];
  for (let i = 0; i < lefts.length; i++) if (Number.isFinite(lefts[i])) present.push(i);
  return present;
}

/** Draws markers with a rim in the background colour, so that they stand out where lines cross. */
export function drawMarkers(
  u: uPlot,
  column: number,
  look: {
    marker: Marker;
    which: (lefts: readonly number[]) => number[];
    colour: string;
    ground: string;
    radius: number;
  },
): void {
  const { ctx, bbox } = u;
  const ratio = devicePixelRatio;
  const x = u.data[0];
  const y = u.data[column];
  const lefts = Array.from(x, (value, i) =>
    y[i] == null ? NaN : (u.valToPos(value, 'x', true) - bbox.left) / ratio,
  );
  const path = new Path2D(markerPath(look.marker, look.radius * ratio));
  ctx.save();
  ctx.fillStyle = look.colour;
  ctx.strokeStyle = look.ground;
  ctx.lineWidth = 1.5 * ratio;
  ctx.setLineDash([]);
  for (const i of look.which(lefts)) {
    const top = u.valToPos(y[i]!, 'y', true);
    if (top < bbox.top - 1 || top > bbox.top + bbox.height + 1) continue;
    ctx.setTransform(1, 0, 0, 1, bbox.left + lefts[i] * ratio, top);
    ctx.stroke(path);
    ctx.fill(path);
  }
  ctx.restore();
}
