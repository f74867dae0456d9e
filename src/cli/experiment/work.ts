import { inParallel } from './in-parallel.ts';
import type { Journal } from './journal.ts';

/** A unit of work, whose record a journal can hold. */
interface Placed {
  unit: number;
}

/**
 * Does what a journal lacks of `units`, at most `workers` at once, in the order of the grid, and keeps
 * each record as soon as it is there. Aborting `signal`, or the first unit that fails, ends all units, and
 * the promise rejects once none is under way. `finished` is told each record.
 */
export async function work<Unit extends Placed, Record extends Placed>(
  journal: Journal<Record>,
  units: readonly Unit[],
  {
    workers,
    signal,
    measure,
    finished,
  }: {
    workers: number;
    signal: AbortSignal;
    measure: (unit: Unit, signal: AbortSignal) => Promise<Record>;
    finished: (record: Record) => void;
  },
): Promise<void> {
  const failed = new AbortController();
  const ended = AbortSignal.any([signal, failed.signal]);
  const left = units.filter(({ unit }) => !journal.records.has(unit));
  const errors: unknown[] = [];
  await inParallel(left, workers, async (unit) => {
    if (ended.aborted) return;
    try {
      const record = await measure(unit, ended);
      // A record that comes after the end was asked for is not kept.
      if (ended.aborted) return;
      journal.append(record);
      finished(record);
    } catch (error) {
      errors.push(error);
      failed.abort();
    }
  });
  signal.throwIfAborted();
  if (errors.length > 0) throw errors[0];
}
