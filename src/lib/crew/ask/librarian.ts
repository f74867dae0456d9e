import type { Experiment } from '#lib/experiment/experiment.ts';
import type { FileReference } from '#lib/fields/file-text.ts';
import type { DataSetOutcome, Librarian, Outcome } from '#lib/protocol/protocol.ts';
import { hire, type Hand } from '../hire/hand.ts';
import { limits } from '../hire/limits.ts';
import type { Factory } from '../hire/staff.ts';

/**
 * Draws or reads the data set of an experiment off the main thread. A file that is no data set is an
 * outcome, not an error. Rejects where the worker fails, or `signal` is aborted.
 */
export function buildDataSet(
  experiment: Experiment,
  files: File[],
  factory: Factory,
  signal?: AbortSignal,
): Promise<DataSetOutcome> {
  return ask(factory, signal, (hand) =>
    hand.call(async (librarian) => librarian.build(experiment, files), limits.data),
  );
}

/** Size and SHA-256 of files, as a link names them. A file that cannot be read is an outcome, not an error. */
export function identify(
  files: File[],
  factory: Factory,
  signal?: AbortSignal,
): Promise<Outcome<FileReference[]>> {
  return ask(factory, signal, (hand) =>
    hand.call<Outcome<FileReference[]>>((librarian) => librarian.identify(files), limits.data),
  );
}

/** Hires a librarian for one question. */
async function ask<T>(
  factory: Factory,
  signal: AbortSignal | undefined,
  question: (hand: Hand<Librarian>) => Promise<T>,
): Promise<T> {
  const hand = await hire<Librarian>(
    () => factory.librarian(),
    limits.ready,
    signal ?? new AbortController().signal,
  );
  try {
    return await question(hand);
  } finally {
    hand.retire();
  }
}
