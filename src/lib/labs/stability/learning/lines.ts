import type { Marker } from '#lib/charts/styles.ts';
import type { LearningTexts } from '#lib/i18n/en/stability/learning.ts';
import { cures } from './cures.ts';
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

/** What the run that can be cured is called: "with the cure" only once it has one. */
export function mainName(
  main: Trainee,
  twin: Trainee | null,
  text: LearningTexts['lines'],
): string {
  return twin && main.legs.some(({ cure }) => cures(cure)) ? text.main : text.alone;
}

/** The losses of a run: what a replay left behind, the one that counts, and the one without a cure. */
export function lossLines(
  main: Trainee,
  twin: Trainee | null,
  text: LearningTexts['lines'],
): StepLine[] {
  const { left } = main;
  const before = left && {
    key: 'left' as const,
    name: text.left,
    ...looks.left,
    first: left.from,
    y: left.losses,
  };
  return [...(before ? [before] : []), ...both(main, twin, text, ({ losses }) => losses)];
}

/** The largest difference between units, of a run that began with constant weights. */
export function asymmetryLines(
  main: Trainee,
  twin: Trainee | null,
  text: LearningTexts['lines'],
): StepLine[] {
  return both(main, twin, text, ({ largestAsymmetry }) => largestAsymmetry);
}

/** The dashed one last: where the two agree, both are seen. */
function both(
  main: Trainee,
  twin: Trainee | null,
  text: LearningTexts['lines'],
  values: (track: Track) => Float64Array,
): StepLine[] {
  const of = (key: 'main' | 'twin', name: string, { track }: Trainee): StepLine => ({
    key,
    name,
    ...looks[key],
    first: 0,
    y: values(track).subarray(0, track.length),
  });
  return [
    of('main', mainName(main, twin, text), main),
    ...(twin ? [of('twin', text.twin, twin)] : []),
  ];
}

/** The largest number of a stretch of a line; NaN where there is none. */
export function largestOf(values: Float64Array): number {
  let largest = Number.NaN;
  for (let i = 0; i < values.length; i++)
    if (!(values[i] <= largest)) largest = Number.isNaN(values[i]) ? largest : values[i];
  return largest;
}

/**
 * The step that is read, never one that was not taken: unless one was chosen, the last that all have taken
 * but those that broke, which take no more.
 */
export function stepRead(chosen: number | null, trainees: readonly Trainee[]): number {
  const taken = (some: readonly Trainee[]) => some.map(({ track }) => track.length);
  const last = Math.max(0, ...taken(trainees)) - 1;
  const whole = taken(trainees.filter(({ state }) => state !== 'broken'));
  const common = whole.length > 0 ? Math.min(...whole) - 1 : last;
  return Math.max(0, Math.min(last, chosen ?? common));
}

/** Steps that the drawings have room for: all of them, or, where no run gets there, those that were taken. */
export function spanOf(trainees: readonly Trainee[], steps: number): number {
  if (!trainees.every(({ state }) => state === 'broken')) return steps;
  const taken = trainees.flatMap(({ track, left }) => [
    track.length,
    left ? left.from + left.losses.length : 0,
  ]);
  return Math.min(steps, Math.max(8, Math.ceil(1.2 * Math.max(...taken))));
}
