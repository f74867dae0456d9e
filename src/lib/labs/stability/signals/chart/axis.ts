import { linearRange, linearTicks, logRange, logTicks } from '#lib/charts/ticks.ts';

/** An axis of sizes: where a number stands, from 0 at the bottom to 1 at the top, and where it is labelled. */
export interface Axis {
  kind: AxisKind;
  low: number;
  high: number;
  ticks: number[];
  /** NaN for a number that the axis cannot show. */
  place(value: number): number;
}

/** `share` is linear from 0 to 1. */
export type AxisKind = 'log' | 'linear' | 'share';

/** The smallest axis on round numbers that holds all of `values` that it can show; about `count` ticks. */
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

/** Whether a number has a place on such an axis. */
function showable(kind: AxisKind, value: number): boolean {
  return Number.isFinite(value) && (kind !== 'log' || value > 0);
}
