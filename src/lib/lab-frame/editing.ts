import { dequal } from 'dequal/lite';
import { changeables } from '#lib/experiment/changes.ts';
import type { Change, Experiment } from '#lib/experiment/experiment.ts';
import type { FileReference } from '#lib/fields/file-text.ts';
import { changedAt } from '#lib/fields/changes.ts';
import { lookUp } from '#lib/fields/paths.ts';
import { presetNames, presets, type PresetName } from '#lib/experiment/presets.ts';

/** What the page needs to know of an experiment that is being edited while another one runs. */

/** The experiment with all of its changes made, and none left in its list. */
export function withChangesMade(experiment: Experiment): Experiment {
  return { ...changedAt(experiment, experiment.changes, Infinity), changes: [] };
}

/** Whether two experiments would begin differently; changes made under way do not count. */
export function differs(a: Experiment, b: Experiment): boolean {
  return !dequal({ ...a, changes: [] }, { ...b, changes: [] });
}

/** Whether two experiments have the same data set: all that decides it is the same. */
export function sameData(a: Experiment, b: Experiment): boolean {
  return a.seeds.data === b.seeds.data && dequal(a.data, b.data);
}

/** The visitor's own files that an experiment names. */
export function namedFiles({ data }: Experiment): readonly FileReference[] {
  return data.kind === 'idx' || data.kind === 'csv' ? data.files : [];
}

/** Whether the files at hand are the ones that are named, in any order. */
export function sameFiles(named: readonly FileReference[], found: readonly FileReference[]) {
  const sums = (files: readonly FileReference[]) => files.map(({ sha256 }) => sha256).sort();
  return sums(named).join() === sums(found).join();
}

/** The kind of data that files of these names hold. */
export function kindOfFiles(names: readonly string[]): 'idx' | 'csv' {
  return names.some((name) => /\.(csv|tsv|txt)(\.gz)?$/i.test(name)) ? 'csv' : 'idx';
}

/** The seed after this one: unlike a random one, it tells which seed came before. */
export function nextSeed(seed: number): number {
  return seed >= 4_294_967_295 ? 0 : seed + 1;
}

/**
 * The changes that lead a run under way from one experiment to the other; null if the field can
 * only be changed between runs.
 */
export function liveChanges(
  from: Experiment,
  to: Experiment,
  field: { path: string },
): Pick<Change, 'path' | 'value'>[] | null {
  // A list is changed entry by entry: `dropout.hidden.0` belongs to `dropout.hidden`.
  const live = changeables.filter(({ path }) => `${path}.`.startsWith(`${field.path}.`));
  if (live.length === 0) return null;
  return live
    .map(({ path }) => ({ path, value: lookUp(to, path) as number }))
    .filter(({ path, value }) => value !== undefined && value !== lookUp(from, path));
}

/** The name of the preset that an experiment is; undefined if anything in it was changed. */
export function presetOf(experiment: Experiment): PresetName | undefined {
  return presetNames.find((name) => dequal(experiment, presets[name]));
}
