import { type RecurrenceLine, recurrenceLines } from '#lib/experiment/stability/drawn-names.ts';
import { quantileLevels } from '#lib/experiment/stability/signals.ts';
import type { RecurrenceAnswer, TimeSeries } from '#workers/stability/recurrence/recurrence.ts';
import type { SizeLine } from '../signals/chart/types.ts';

/**
 * Looks of the lines. Each shows the gradient by the state some steps back as a root mean square,
 * which is the size of a typical entry.
 */

const looks: Record<RecurrenceLine, Pick<SizeLine, 'token' | 'marker'>> = {
  plain: { token: '--class-1', marker: 'triangle' },
  lstm: { token: '--class-0', marker: 'circle' },
  path: { token: '--class-3', marker: 'diamond' },
};

export function linesOf(
  answer: RecurrenceAnswer,
  names: Record<RecurrenceLine, string>,
): SizeLine[] {
  const points = answer.plain.first.length;
  const x = Array.from({ length: points }, (_, k) => k);
  return recurrenceLines.map((key) => ({
    key,
    name: names[key],
    ...looks[key],
    x,
    median: rootQuantile(answer[key], 0.5),
    low: rootQuantile(answer[key], 0.05),
    high: rootQuantile(answer[key], 0.95),
    theory: key === 'plain' ? { value: x.map((k) => answer.chi ** (k / 2)) } : undefined,
  }));
}

function rootQuantile(
  { quantiles, first }: TimeSeries,
  level: (typeof quantileLevels)[number],
): number[] {
  const columns = first.length;
  const row = quantileLevels.indexOf(level);
  return Array.from(quantiles.subarray(row * columns, (row + 1) * columns), Math.sqrt);
}

/** The step back from which the median stays below 1% of its first size; null if there is none. */
export function fallsAt({ median }: Pick<SizeLine, 'median'>): number | null {
  let from = median.length;
  while (from > 0 && median[from - 1] < median[0] / 100) from--;
  return from < median.length ? from : null;
}

/**
 * Which gradient is clearly larger at the last step, if any: the one whose networks' middle half
 * lies above the other's. `apart` says whether even the middle 90% do not overlap.
 */
export function furtherOf({ plain, lstm }: Pick<RecurrenceAnswer, 'plain' | 'lstm'>): {
  which: 'plain' | 'lstm' | null;
  apart: boolean;
} {
  const at = (series: TimeSeries, level: (typeof quantileLevels)[number]) =>
    rootQuantile(series, level)[series.first.length - 1];
  const above = (a: TimeSeries, b: TimeSeries, tail: 0.05 | 0.25) =>
    at(a, tail) > at(b, tail === 0.05 ? 0.95 : 0.75);
  const which = above(lstm, plain, 0.25) ? 'lstm' : above(plain, lstm, 0.25) ? 'plain' : null;
  return { which, apart: above(lstm, plain, 0.05) || above(plain, lstm, 0.05) };
}
