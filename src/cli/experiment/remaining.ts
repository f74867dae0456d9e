import { mean, sum } from 'd3-array';
import type { VariantName } from '#lib/experiment/experiment.ts';
import type { Unit } from './grid.ts';

/** The seconds that a unit took. */
export interface Took {
  unit: number;
  variant: VariantName;
  seconds: number;
}

/**
 * Estimated seconds until all units are done, `workers` at once: each of those left takes as long as
 * those of its variant took on average, weighed by how much there is to train. NaN where none is done.
 */
export function secondsLeft(
  units: readonly Unit[],
  done: readonly Took[],
  workers: number,
): number {
  const finished = new Set(done.map(({ unit }) => unit));
  const left = units.filter(({ unit }) => !finished.has(unit));
  if (left.length === 0) return 0;
  if (done.length === 0) return Number.NaN;
  const pace = (of: readonly Took[]) =>
    mean(of, ({ unit, seconds }) => seconds / amount(units[unit]))!;
  const overall = pace(done);
  const paces = new Map<VariantName, number>();
  for (const { variant } of left) {
    if (paces.has(variant)) continue;
    const own = done.filter((one) => one.variant === variant);
    paces.set(variant, own.length > 0 ? pace(own) : overall);
  }
  const seconds = sum(left, (unit) => paces.get(unit.variant)! * amount(unit));
  return seconds / Math.min(workers, left.length);
}

/** How much a unit has to train. The number has no unit: only ratios count. */
function amount({ experiment: { data, network, training, members } }: Unit): number {
  const widths = [100, ...network.hidden, 10];
  const products = sum(widths.slice(1), (width, l) => width * widths[l]);
  return training.epochs * data.train * products * members;
}

/** A duration as a person would say it. */
export function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return 'unknown';
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 5_400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3_600).toFixed(1)} h`;
}
