import { cellText, type Unit } from './grid.ts';
import type { UnitRecord } from './record.ts';
import { duration, secondsLeft } from './remaining.ts';

/** One line about a unit that is done: how many are, which one, what came out, how long the rest takes. */
export function progressLine(
  record: UnitRecord,
  units: readonly Unit[],
  done: readonly UnitRecord[],
  workers: number,
): string {
  const { cell, seed, variant, stop, estimators, seconds } = record;
  const which = [cellText(cell), seed === null ? '' : `seed ${seed}`, variant]
    .filter((text) => text !== '')
    .join(', ');
  const error = estimators[0]?.testError;
  const result =
    stop === 'diverged' ? 'diverged' : `${((error ?? Number.NaN) * 100).toFixed(2)}% test error`;
  const left = secondsLeft(units, done, workers);
  return `${done.length}/${units.length}  ${which}: ${result} in ${seconds.toFixed(1)} s; about ${duration(left)} left`;
}
