import { changedAt } from '#lib/fields/changes.ts';
import { getAt, replaceAt, type ValueAt } from '#lib/fields/paths.ts';
import {
  changePaths,
  type ChangePath,
  type Cure,
  type SteadyTraining,
  type TrainingSpec,
} from './training.ts';

/** What may change from one step of a training to the next. */
export interface Settings {
  learningRate: number;
  cure: Cure;
}

/** What decides the settings of every step. */
export type Course = Pick<TrainingSpec, 'learningRate' | 'cure' | 'changes'>;

/** The value at a path of the settings. Paths lead from the state of the page. */
type Setting = ValueAt<{ training: Settings }, ChangePath>;

/** The setting at a path. */
export function settingAt(training: Settings, path: ChangePath): Setting {
  return getAt({ training }, path)!;
}

/** The settings with another value at a path. The value is not checked. */
export function withSetting(
  training: Settings,
  path: ChangePath,
  value: string | number,
): Settings {
  return replaceAt({ training }, path, value).training;
}

/** The settings that step `step`, counted from 0, uses: with every change up to that step. */
export function settingsAt({ learningRate, cure, changes }: Course, step: number): Settings {
  return changedAt({ training: { learningRate, cure } }, changes, step).training;
}

/** Consecutive steps with the same settings; `from` is the first step, counted from 0. */
export interface Leg extends Settings {
  from: number;
}

/** The legs that begin at or before step `last`; the first begins at 0. */
export function legsOf(course: Course, last: number): Leg[] {
  const steps = [0, ...course.changes.map(({ step }) => step)].sort((a, b) => a - b);
  const legs: Leg[] = [];
  for (const from of steps) {
    if (from > last) break;
    const settings = settingsAt(course, from);
    const before = legs.at(-1);
    if (!before || !same(before, settings)) legs.push({ from, ...settings });
  }
  return legs;
}

/** The first step after `step` at which the settings change; Infinity if they never do. */
function nextChange(course: Course, step: number): number {
  return legsOf(course, Infinity).find(({ from }) => from > step)?.from ?? Infinity;
}

/**
 * The part of a training from `step` until its settings change. Its `steps` are counted from the
 * very first step of the training.
 */
export function steadyFrom(training: TrainingSpec, step: number): SteadyTraining {
  const { data, examples, momentum, batch, steps } = training;
  const end = Math.min(steps, nextChange(training, step));
  return { data, examples, momentum, batch, ...settingsAt(training, step), steps: end };
}

/** The same course with these settings from step `from` on; later changes stay. */
export function withSettingsFrom<T extends Course>(course: T, from: number, settings: Settings): T {
  const others = course.changes.filter(({ step }) => step !== from);
  if (from === 0) return { ...course, ...settings, changes: others };
  const before = settingsAt({ ...course, changes: others }, from);
  const made = changePaths
    .filter((path) => settingAt(before, path) !== settingAt(settings, path))
    .map((path) => ({ step: from, path, value: settingAt(settings, path) }));
  return { ...course, changes: [...others, ...made].sort((a, b) => a.step - b.step) };
}

/** The same course without the changes of some settings from step `from` on. */
export function withoutChanges<T extends Course>(
  course: T,
  from: number,
  paths: readonly ChangePath[],
): T {
  const changes = course.changes.filter(({ step, path }) => step < from || !paths.includes(path));
  return { ...course, changes };
}

/** The first step that two courses take with different settings; Infinity if there is none. */
export function firstDifference(a: Course, b: Course): number {
  const steps = [0, ...[...a.changes, ...b.changes].map(({ step }) => step)].sort((x, y) => x - y);
  return steps.find((step) => !same(settingsAt(a, step), settingsAt(b, step))) ?? Infinity;
}

function same(a: Settings, b: Settings): boolean {
  return changePaths.every((path) => settingAt(a, path) === settingAt(b, path));
}
