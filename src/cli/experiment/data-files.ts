import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { identify } from '#lib/data/identify.ts';
import type { NamedBlob } from '#lib/data/named-blob.ts';
import type { Experiment } from '#lib/experiment/experiment.ts';
import { InputError } from './input-error.ts';

/** How many files each kind of data is read from. */
const wanted = { digits: 0, plane: 0, idx: 2, csv: 1 } as const;

/** The files at these paths. Throws `InputError` where one cannot be read. */
export async function openFiles(paths: readonly string[]): Promise<NamedBlob[]> {
  return Promise.all(
    paths.map(async (path) => {
      try {
        return new File([await openAsBlob(path)], basename(path));
      } catch (error) {
        throw new InputError(`--files ${path}: expected a readable file, got ${String(error)}.`);
      }
    }),
  );
}

/**
 * The experiment with its files named by size and SHA-256, since other content makes another experiment.
 * Throws `InputError` where there are too few files, or more than it asks for.
 */
export async function withFiles(
  experiment: Experiment,
  files: readonly NamedBlob[],
): Promise<Experiment> {
  const { data } = experiment;
  if (files.length !== wanted[data.kind]) {
    throw new InputError(
      `--files: expected ${wanted[data.kind]} for data of kind ${data.kind}, got ${files.length}.`,
    );
  }
  if (!('files' in data) || data.files.length > 0) return experiment;
  const identified = await Promise.all(files.map(identify));
  return { ...experiment, data: { ...data, files: identified } };
}
