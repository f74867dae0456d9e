import { setAt } from '#lib/experiment/access.ts';
import { changedLayer } from '#lib/experiment/change-text.ts';
import type { Change, Experiment, FileReference } from '#lib/experiment/experiment.ts';
import { toLink } from '#lib/experiment/link.ts';
import { preset, presetNames, type PresetName } from '#lib/experiment/presets.ts';

/** What the page needs to know of an experiment that is being edited while another one runs. */

/** The experiment with the values that its changes led to, and none left to make. */
export function withChangesMade(experiment: Experiment): Experiment {
  const made = [...experiment.changes].sort((a, b) => a.step - b.step);
  return { ...made.reduce(withChange, experiment), changes: [] };
}

function withChange(experiment: Experiment, { path, value }: Change): Experiment {
  if (path === 'training.learningRate') return setAt(experiment, path, value);
  if (path === 'dropout.input') return setAt(experiment, path, value);
  const layer = changedLayer(path);
  const hidden = experiment.dropout.hidden.map((p, i) => (i === layer ? value : p));
  return setAt(experiment, 'dropout.hidden', hidden);
}

/** Whether two experiments would begin differently; changes made under way do not count. */
export function differs(a: Experiment, b: Experiment): boolean {
  return toLink({ ...a, changes: [] }) !== toLink({ ...b, changes: [] });
}

/** All that decides the data set: two experiments with the same key have the same data. */
export function dataKey({ data, seeds }: Experiment): string {
  return JSON.stringify([data, seeds.data]);
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

/** Another seed than this one: the next, so that it can be told and gone back to. */
export function nextSeed(seed: number): number {
  return seed >= 4_294_967_295 ? 0 : seed + 1;
}

/**
 * What a run under way has to be told so that it goes from one experiment to the other; null where
 * the field can only be changed between runs.
 */
export function liveChanges(
  from: Experiment,
  to: Experiment,
  field: { path: string },
): Pick<Change, 'path' | 'value'>[] | null {
  switch (field.path) {
    case 'training.learningRate':
      return [{ path: field.path, value: to.training.learningRate }];
    case 'dropout.input':
      return [{ path: field.path, value: to.dropout.input }];
    case 'dropout.hidden':
      return to.dropout.hidden.flatMap((value, i) =>
        value === from.dropout.hidden[i] ? [] : [{ path: `dropout.hidden.${i}`, value }],
      );
    default:
      return null;
  }
}

/** The preset that an experiment is, unchanged; undefined where something was changed. */
export function presetOf(experiment: Experiment): PresetName | undefined {
  return presetNames.find((name) => toLink(experiment) === toLink(preset(name)));
}
