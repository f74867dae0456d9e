import type uPlot from 'uplot';
import type { DrawnBand } from './prepare.ts';
import type { Zone } from './types.ts';

/** Draws what lies under the lines. All lengths are in canvas pixels. */

/** Fills between low and high, each unbroken stretch by itself. */
export function drawBand(u: uPlot, band: DrawnBand, fill: string): void {
  const { ctx, bbox } = u;
  const left = (i: number) => u.valToPos(band.x[i], 'x', true);
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.fillStyle = fill;
  for (const [from, to] of stretches(band)) {
    ctx.beginPath();
    for (let i = from; i <= to; i++) ctx.lineTo(left(i), u.valToPos(band.high[i], 'y', true));
    for (let i = to; i >= from; i--) ctx.lineTo(left(i), u.valToPos(band.low[i], 'y', true));
    ctx.fill();
  }
  ctx.restore();
}

/** First and last index of each run of points where both ends of the band are known. */
export function stretches(band: DrawnBand): [number, number][] {
  const found: [number, number][] = [];
  let from = -1;
  for (let i = 0; i <= band.x.length; i++) {
    const known =
      i < band.x.length && Number.isFinite(band.low[i]) && Number.isFinite(band.high[i]);
    if (known && from < 0) from = i;
    if (!known && from >= 0) {
      found.push([from, i - 1]);
      from = -1;
    }
  }
  return found;
}

/** Shades stretches of x, each with its word above. */
export function drawZones(
  u: uPlot,
  zones: readonly Zone[],
  look: { fill: string; ink: string; fontSize: number; fontFamily: string },
): void {
  const { ctx, bbox } = u;
  const ratio = devicePixelRatio;
  const clamp = (at: number) =>
    Math.min(Math.max(u.valToPos(at, 'x', true), bbox.left), bbox.left + bbox.width);
  ctx.save();
  ctx.font = `${look.fontSize * ratio}px ${look.fontFamily}`;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'bottom';
  for (const zone of zones) {
    const left = clamp(zone.from);
    const right = clamp(zone.to);
    if (!(right > left)) continue;
    ctx.fillStyle = look.fill;
    ctx.fillRect(left, bbox.top, right - left, bbox.height);
    ctx.fillStyle = look.ink;
    ctx.fillRect(left, bbox.top - 2 * ratio, right - left, 1.5 * ratio);
    ctx.fillText(zone.label, right, bbox.top - 4 * ratio);
  }
  ctx.restore();
}
