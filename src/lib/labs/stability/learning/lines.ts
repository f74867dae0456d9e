import type { Marker } from '#lib/charts/styles.ts';
import type { LearningTexts } from '#lib/i18n/en/stability/learning.ts';
import { cures } from './cures.ts';
import type { Track } from './track.ts';
import type { Trainee } from './trainee.svelte.ts';

/** A line over the steps of a training: `y[i]` belongs to step `first + i`. */
export interface StepLine {
  key: 'main' | 'twin' | 'left';
  name: string;
  token: `--${string}`;
  dash: readonly number[];
  marker: Marker;
  first: number;
  y: Float64Array;
  /** Drawn thin and without markers. */
  quiet?: boolean;
}

/** A step at which settings were changed, and the name of the change. */
export interface StepMark {
  step: number;
  name: string;
}

const looks = {
  main: { token: '--class-0', dash: [], marker: 'circle' },
  twin: { token: '--class-1', dash: [9, 4], marker: 'triangle' },
  left: { token: '--line-strong', dash: [2, 3], marker: 'bar', quiet: true },
} as const;

/** The name of the main training: "with the cure" only if it has one and the twin is shown. */
export function mainName(
  main: Trainee,
  twin: Trainee | null,
  text: LearningTexts['lines'],
): string {
  return twin && main.legs.some(({ cure }) => cures(cure)) ? text.main : text.alone;
}

/** The loss lines: what a replay left behind, the main training, and the one without a cure. */
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

/** Lines of the largest difference between units, for runs that begin with equal weights. */
export function asymmetryLines(
  main: Trainee,
  twin: Trainee | null,
  text: LearningTexts['lines'],
): StepLine[] {
  return both(main, twin, text, ({ largestAsymmetry }) => largestAsymmetry);
}

/**
 * Lines of the main training and its twin. The dashed twin comes last, so that both stay visible
 * where they agree.
 */
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

/** The largest number in `values`, NaN aside; NaN if there is none. */
export function largestOf(values: Float64Array): number {
  let largest = Number.NaN;
  for (let i = 0; i < values.length; i++)
    if (!(values[i] <= largest)) largest = Number.isNaN(values[i]) ? largest : values[i];
  return largest;
}

/**
 * The step to read: the chosen one or, if none is chosen, the last that all unbroken trainings have
 * taken. Never a step that was not taken.
 */
export function stepRead(chosen: number | null, trainees: readonly Trainee[]): number {
  const taken = (some: readonly Trainee[]) => some.map(({ track }) => track.length);
  const last = Math.max(0, ...taken(trainees)) - 1;
  const whole = taken(trainees.filter(({ state }) => state !== 'broken'));
  const common = whole.length > 0 ? Math.min(...whole) - 1 : last;
  return Math.max(0, Math.min(last, chosen ?? common));
}

/** Steps on the axis: all of them or, if every training broke, those taken and some room. */
export function spanOf(trainees: readonly Trainee[], steps: number): number {
  if (!trainees.every(({ state }) => state === 'broken')) return steps;
  const taken = trainees.flatMap(({ track, left }) => [
    track.length,
    left ? left.from + left.losses.length : 0,
  ]);
  return Math.min(steps, Math.max(8, Math.ceil(1.2 * Math.max(...taken))));
}
