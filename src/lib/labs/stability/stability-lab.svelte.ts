import { tick } from 'svelte';
import type { ExperimentProblem } from '#lib/experiment/problem.ts';
import { withValue, type StabilityPath } from '#lib/experiment/stability/access.ts';
import { isChangePath } from '#lib/experiment/stability/change-text.ts';
import type { Course } from '#lib/experiment/stability/changes.ts';
import { fromStabilityLink, toStabilityLink } from '#lib/experiment/stability/link.ts';
import { stabilityPreset, type StabilityPresetName } from '#lib/experiment/stability/presets.ts';
import type { StabilityState, StabilityView } from '#lib/experiment/stability/state.ts';
import type { AskOptions } from '#lib/crew/hire/desk.ts';
import { mended } from '#lib/crew/hire/mended.ts';
import type { ProberDesk } from '#lib/crew/ask/prober.ts';
import type { Reason } from '#lib/crew/hire/reason.ts';
import type { RunState } from '#lib/crew/run/types.ts';
import type { AnswerOf, JobOf, NewsOf } from '#workers/asking.ts';
import type { Computing, Probes } from '#workers/stability/prober.ts';
import { Survey } from './grid/survey.svelte.ts';
import { Lesson } from './learning/lesson.svelte.ts';
import type { ProberStaff } from './prober-staff.ts';

/** The page of numerical stability: what it shows, as a link holds it, and how far that is. */
export class StabilityLab {
  /** For what needs more than one worker. */
  readonly staff: ProberStaff;
  #desk: Promise<ProberDesk> | null = null;
  state = $state.raw<StabilityState>(stabilityPreset('sigmoid'));
  /** What the link asked for and did not get. */
  ignored = $state.raw<readonly ExperimentProblem[]>([]);
  /** Whether it has read its link. */
  opened = $state(false);
  /** `run=1`: what has to be started by hand starts by itself, once. */
  runAtOnce = $state(false);
  /** How far the view is that is shown; it says so itself. */
  phase = $state<RunState>('idle');
  reason = $state.raw<Reason | null>(null);
  /** What the worker that was opened last computes with. */
  computing = $state.raw<Computing | null>(null);

  /** What the view shows, by name: each gives its figures as they are when it is asked. */
  #figures: Record<string, () => unknown> = {};

  constructor(staff: ProberStaff) {
    this.staff = staff;
  }

  /** What was trained stays while one looks at other views. */
  readonly lesson = new Lesson(this);
  readonly survey = new Survey(this);

  /** Whether the link names its preset, or a visitor chose it: else nobody has begun the walk. */
  named = $state(false);

  readonly query = $derived.by(() => toStabilityLink(this.state, this.named));

  open(query: string): void {
    const { state, named, ignored, run } = fromStabilityLink(query);
    this.named = named;
    this.state = state;
    this.ignored = ignored;
    this.runAtOnce = run;
    this.opened = true;
  }

  /**
   * What the page shows: the state, with what its training has come to. Where that was changed on the way,
   * another one would begin with what is shown, and change nothing.
   */
  readonly shown = $derived.by((): StabilityState => {
    const { state, lesson } = this;
    if (state.view !== 'learning' || !lesson.begun || lesson.missed(state)) return state;
    return { ...state, training: { ...state.training, ...lesson.now, changes: [] } };
  });

  /** Another value for a field, with which the training under way goes on, where it can. */
  async change(path: StabilityPath, value: string | number): Promise<void> {
    const { lesson } = this;
    if (this.state.view === 'learning' && lesson.open && isChangePath(path))
      await lesson.change(path, value);
    else this.set(path, value);
  }

  /** Has the next training begin with what is shown. */
  settle(): void {
    this.state = this.shown;
  }

  take({ learningRate, cure, changes }: Course): void {
    const training = { ...this.state.training, learningRate, cure, changes };
    this.state = { ...this.state, training };
  }

  set(path: StabilityPath, value: string | number): void {
    // Elsewhere the same training may be repeated.
    const moved = path.startsWith('compute.');
    this.state = withValue(moved ? this.state : this.shown, path, value);
    if (!moved) return;
    // Another backend is another worker, for a view that is made anew: first the old one has to be gone.
    const desk = this.#desk;
    this.#desk = null;
    this.computing = null;
    this.lesson.clear();
    this.survey.clear();
    this.reach('idle');
    void tick().then(() => retire(desk));
  }

  show(view: StabilityView): void {
    this.#leave(view);
    this.state = { ...this.state, view };
  }

  /** Another stop, which starts what it shows by itself; where it is computed stays. */
  choose(preset: StabilityPresetName): void {
    this.named = true;
    this.#leave(stabilityPreset(preset).view);
    this.lesson.clear();
    this.survey.clear();
    this.state = { ...stabilityPreset(preset), compute: this.state.compute };
    this.runAtOnce = true;
  }

  /** What the link started is started once; a view that stays says itself how far it is. */
  #leave(next: StabilityView): void {
    this.runAtOnce = false;
    if (next !== this.state.view) this.reach('idle');
  }

  /** Has its figures in the file that is left, until the function that it returns is called. */
  shows(name: string, figures: () => unknown): () => void {
    this.#figures[name] = figures;
    return () => {
      if (this.#figures[name] === figures) delete this.#figures[name];
    };
  }

  /** Every figure that is shown, by name. */
  figures(): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(this.#figures).map(([name, figures]) => [name, figures()]),
    );
  }

  /** What the view that is shown says of itself. */
  reach(phase: RunState, reason: Reason | null = null): void {
    this.phase = phase;
    this.reason = reason;
  }

  /** Another worker, for what needs more than one. */
  hire(): Promise<ProberDesk> {
    return this.staff.desk(this.state.compute, (computing) => (this.computing = computing));
  }

  /** The page's own worker. */
  desk(): Promise<ProberDesk> {
    return (this.#desk ??= this.hire());
  }

  /**
   * Asks the page's own worker, and another one where it fails; rejects with an Error where none can
   * answer.
   */
  ask<Name extends keyof Probes>(
    probe: Name,
    job: JobOf<Probes, Name>,
    options?: AskOptions<NewsOf<Probes, Name>>,
  ): Promise<AnswerOf<Probes, Name>> {
    return mended(
      (): Promise<AnswerOf<Probes, Name>> =>
        this.desk().then((desk) => desk.ask(probe, job, options)),
      { signal: options?.signal },
    );
  }

  dispose(): void {
    this.lesson.clear();
    this.survey.clear();
    retire(this.#desk);
    this.#desk = null;
    this.computing = null;
  }
}

/** Sends a worker home, also one that is only about to come. */
function retire(desk: Promise<ProberDesk> | null): void {
  desk?.then(
    (open) => open.retire(),
    () => undefined,
  );
}
