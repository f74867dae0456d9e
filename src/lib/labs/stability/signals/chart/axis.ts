import { linearRange, linearTicks, logRange, logTicks } from '#lib/charts/ticks.ts';

/** An axis of sizes: its range and ticks, and the place of a number from 0 (bottom) to 1 (top). */
export interface Axis {
  kind: AxisKind;
  low: number;
  high: number;
  ticks: number[];
  /** The place of a number, 0 to 1 within the range; NaN if the axis cannot show it. */
  place(value: number): number;
}

/** `share` is a linear axis from 0 to 1. */
export type AxisKind = 'log' | 'linear' | 'share';

/** The smallest axis with round ends and about `count` ticks that holds every value it can show. */
export function axisOf(kind: AxisKind, values: Iterable<number>, count: number): Axis {
  if (kind === 'share') return linear(kind, 0, 1, count);
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (!showable(kind, value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (kind === 'linear') return linear(kind, ...linearRange(low, high, count), count);
  const [from, to] = logRange(low, high);
  const [bottom, top] = [Math.log(from), Math.log(to)];
  return {
    kind,
    low: from,
    high: to,
    ticks: logTicks(from, to, count),
    place: (value) => (showable(kind, value) ? (Math.log(value) - bottom) / (top - bottom) : NaN),
  };
}

function linear(kind: AxisKind, low: number, high: number, count: number): Axis {
  return {
    kind,
    low,
    high,
    ticks: linearTicks(low, high, count),
    place: (value) => (Number.isFinite(value) ? (value - low) / (high - low) : NaN),
  };
}

/** Whether an axis of this kind can show a number. */
function showable(kind: AxisKind, value: number): boolean {
  return Number.isFinite(value) && (kind !== 'log' || value > 0);
}
