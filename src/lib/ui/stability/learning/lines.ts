import type { Marker } from '../../../charts/styles.ts';
import type { LearningTexts } from '../../../i18n/en/stability/learning.ts';
import type { Track } from './track.ts';
import type { Trainee } from './trainee.svelte.ts';

/** A line over the steps: `y[i]` is of step `first + i`. */
export interface StepLine {
  key: 'main' | 'twin' | 'left';
  name: string;
  token: `--${string}`;
  dash: readonly number[];
  marker: Marker;
  first: number;
  y: Float64Array;
  /** Thin, without a marker. */
  quiet?: boolean;
}

/** A step at which something was changed. */
export interface StepMark {
  step: number;
  name: string;
}

const looks = {
  main: { token: '--class-0', dash: [], marker: 'circle' },
  twin: { token: '--class-1', dash: [9, 4], marker: 'triangle' },
  left: { token: '--line-strong', dash: [2, 3], marker: 'bar', quiet: true },
} as const;

/** The losses of a run: what a replay left behind, the one without a cure, and the one that counts. */
export function lossLines(
  main: Trainee,
  twin: Trainee | null,
  text: LearningTexts['lines'],
): StepLine[] {
  const of = (key: 'main' | 'twin', { track }: Trainee): StepLine => ({
    key,
    name: twin ? text[key] : text.alone,
    ...looks[key],
    first: 0,
    y: track.losses.subarray(0, track.length),
  });
  const left = main.left;
  return [
    ...(left
      ? [{ key: 'left', name: text.left, ...looks.left, first: left.from, y: left.losses } as const]
      : []),
    ...(twin ? [of('twin', twin)] : []),
    of('main', main),
  ];
}

/** The largest difference between units, of a run that began with constant weights. */
export function asymmetryLines(
  main: Trainee,
  twin: Trainee | null,
  text: LearningTexts['lines'],
): StepLine[] {
  const of = (key: 'main' | 'twin', { track }: Trainee): StepLine => ({
    key,
    name: twin ? text[key] : text.alone,
    ...looks[key],
    first: 0,
    y: track.asymmetry.subarray(0, track.length),
  });
  return [...(twin ? [of('twin', twin)] : []), of('main', main)];
}

/** The largest number of a stretch of a line; NaN where there is none. */
export function largestOf(values: Float64Array): number {
  let largest = Number.NaN;
  for (let i = 0; i < values.length; i++)
    if (!(values[i] <= largest)) largest = Number.isNaN(values[i]) ? largest : values[i];
  return largest;
}

/** The step that is read: the last one unless one was chosen, and never one that was not taken. */
export function stepRead(chosen: number | null, tracks: readonly Track[]): number {
  const last = Math.max(0, ...tracks.map(({ length }) => length - 1));
  return chosen === null ? last : Math.max(0, Math.min(last, chosen));
}

/** Steps that the drawings have room for: all of them, or, where no run gets there, those that were taken. */
export function spanOf(trainees: readonly Trainee[], steps: number): number {
  if (!trainees.every(({ state }) => state === 'broken')) return steps;
  const taken = Math.max(...trainees.map(({ track }) => track.length));
  return Math.min(steps, Math.max(8, Math.ceil(1.2 * taken)));
}
