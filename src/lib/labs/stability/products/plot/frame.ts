import { formatTicks } from '#lib/charts/format.ts';
import { linearTicks } from '#lib/charts/ticks.ts';

/** An axis of a drawing. */
export interface Axis {
  domain: readonly [number, number];
  title: string;
  /** Makes about `count` ticks. By default they are round numbers. */
  ticks?: (count: number) => readonly Tick[];
}

export interface Tick {
  at: number;
  label: string;
}

/** The coordinates of a plot in CSS pixels. */
export interface Frame {
  x(value: number): number;
  y(value: number): number;
  left: number;
  right: number;
  top: number;
  base: number;
  /** Width of the whole drawing, margins included. */
  width: number;
  fontSize: number;
  /** `url(#…)` of the clip path around the plot. */
  clip: string;
}

/** Maps a domain to pixels linearly. A domain of a single point is mapped to the middle. */
export function scale(
  [low, high]: readonly [number, number],
  from: number,
  to: number,
): (value: number) => number {
  if (low === high) return () => (from + to) / 2;
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}

/** Round numbers on an axis as ticks, with as many decimals as they need. */
export function numberTicks(
  [low, high]: readonly [number, number],
  count: number,
  format: 'number' | 'percent' = 'number',
): Tick[] {
  const ticks = linearTicks(low, high, count);
  const labels = formatTicks(ticks, format);
  return ticks.map((at, i) => ({ at, label: labels[i].replace('-', '−') }));
}

/** Pixels that a line may leave the plot by: it looks cut off, and every renderer can draw it. */
const BEYOND = 2_000;

/** A line through points as an SVG path; NaN and ±Infinity are gaps. */
export function pathOf(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  { x, y, top, base }: Frame,
  count = xs.length,
): string {
  const parts: string[] = [];
  let pen = 'M';
  for (let i = 0; i < count; i++) {
    if (!Number.isFinite(ys[i])) {
      pen = 'M';
      continue;
    }
    const at = Math.min(base + BEYOND, Math.max(top - BEYOND, y(ys[i])));
    parts.push(`${pen}${x(xs[i]).toFixed(2)} ${at.toFixed(2)}`);
    pen = 'L';
  }
  return parts.join('');
}

/** The area between two lines as an SVG path, over the points where both are finite. */
export function bandOf(
  xs: ArrayLike<number>,
  low: ArrayLike<number>,
  high: ArrayLike<number>,
  { x, y }: Frame,
): string {
  const known = Array.from(xs, (_, i) => i).filter(
    (i) => Number.isFinite(low[i]) && Number.isFinite(high[i]),
  );
  if (known.length < 2) return '';
  const point = (i: number, of: ArrayLike<number>) =>
    `${x(xs[i]).toFixed(2)} ${y(of[i]).toFixed(2)}`;
  const there = known.map((i) => point(i, high));
  const back = known.toReversed().map((i) => point(i, low));
  return `M${[...there, ...back].join('L')}Z`;
}
