import { align, type Cell } from './align.ts';
import { decimate } from './decimate.ts';
import { linearRange, logRange } from './ticks.ts';
import type { LineSeries } from './types.ts';

/**
 * Turns lines as the page gives them into what is drawn: ranges, thinned points, one shared x.
 * Pure.
 */

export type ScaleKind = 'linear' | 'log';
export type Range = readonly [number, number];

export interface Prepared {
  x: number[];
  /** `[lines][x]` */
  columns: Cell[][];
  /** `[lines]`, on the points of the line itself. NaN is a gap. */
  bands: (DrawnBand | null)[];
  xRange: Range;
  yRange: Range;
}

export interface DrawnBand {
  x: Float64Array;
  low: Float64Array;
  high: Float64Array;
}

export interface Wishes {
  xScale: ScaleKind;
  yScale: ScaleKind;
  xRange?: Range;
  yRange?: Range;
  /** Pixels across. */
  width: number;
  /** About how many ticks y has. */
  yTicks: number;
}

export function seriesKey(series: LineSeries): string {
  return series.key ?? series.name;
}

/**
 * @param shown whether a line counts for the range of y; the others are prepared all the same
 */
export function prepare(
  series: readonly LineSeries[],
  shown: (series: LineSeries) => boolean,
  wishes: Wishes,
): Prepared {
  const xRange = rangeOfX(series, wishes);
  const seen = series.filter(shown);
  const yRange = rangeOfY(seen.length > 0 ? seen : series, wishes);
  const ranged = { from: xRange[0], to: xRange[1], log: wishes.xScale === 'log' };
  const lines = series.map((line) => {
    const x = visibleX(line.x, wishes.xScale);
    const kept = decimate(x, line.y, ranged, wishes.width);
    const pick = (values: ArrayLike<number>) =>
      Float64Array.from(kept, (i) => drawable(values[i], wishes.yScale));
    const picked = { x: Float64Array.from(kept, (i) => x[i]), y: pick(line.y) };
    const band = line.band
      ? { x: picked.x, low: pick(line.band.low), high: pick(line.band.high) }
      : null;
    return { ...picked, band };
  });
  return { ...align(lines), bands: lines.map((line) => line.band), xRange, yRange };
}

/** The value, or NaN (a gap) if a log axis cannot show it. */
function drawable(value: number, scale: ScaleKind): number {
  return scale === 'log' && value <= 0 ? NaN : value;
}

function visibleX(x: ArrayLike<number>, scale: ScaleKind): ArrayLike<number> {
  if (scale === 'linear' || x.length === 0 || x[0] > 0) return x;
  return Float64Array.from(x, (value) => (value > 0 ? value : NaN));
}

function rangeOfX(series: readonly LineSeries[], { xScale, xRange }: Wishes): Range {
  const extent = new Extent(xScale);
  if (xRange) extent.add(xRange);
  for (const { x } of series) if (x.length > 0) extent.add([x[0], x[x.length - 1]]);
  // The first x may be 0 (before any step), which a log axis cannot show: use the first x above 0.
  if (xScale === 'log') {
    for (const { x } of series) extent.add([Array.prototype.find.call(x, (v: number) => v > 0)]);
  }
  const { low, high } = extent;
  if (low < high) return [low, high];
  if (xScale === 'log') return low <= high ? [low / 2, low * 2] : [1, 10];
  return low <= high ? [low, low + 1] : [0, 1];
}

function rangeOfY(series: readonly LineSeries[], { yScale, yRange, yTicks }: Wishes): Range {
  const extent = new Extent(yScale);
  if (yRange) extent.add(yRange);
  for (const { y, band } of series) {
    extent.add(y);
    if (band) {
      extent.add(band.low);
      extent.add(band.high);
    }
  }
  const { low, high } = extent;
  return yScale === 'log' ? logRange(low, high) : linearRange(low, high, yTicks);
}

class Extent {
  low = Infinity;
  high = -Infinity;
  readonly scale: ScaleKind;

  constructor(scale: ScaleKind) {
    this.scale = scale;
  }

  add(values: ArrayLike<number>) {
    for (let i = 0; i < values.length; i++) {
      const value = drawable(values[i], this.scale);
      if (!Number.isFinite(value)) continue;
      if (value < this.low) this.low = value;
      if (value > this.high) this.high = value;
    }
  }
}
