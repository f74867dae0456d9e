import { setAt } from '#lib/fields/paths.ts';
import type { StabilityPath, StabilityValue } from '#lib/experiment/stability/fields.ts';
import { isChangePath } from '#lib/experiment/stability/training.ts';
import type { Course, Settings } from '#lib/experiment/stability/changes.ts';
import { fromStabilityLink, toStabilityLink } from '#lib/experiment/stability/link.ts';
import { stabilityPreset, type StabilityPresetName } from '#lib/experiment/stability/presets.ts';
import type { StabilityState, StabilityView } from '#lib/experiment/stability/state.ts';
import type { ExperimentProblem } from '#lib/fields/problem.ts';
import { Desks, type TrainingSetup } from './desks.svelte.ts';
import { phaseOf, type Exhibit } from './exhibit.ts';
import { Survey } from './grid/survey.svelte.ts';
import { Lesson } from './learning/lesson.svelte.ts';
import type { ProberStaff } from './prober-staff.ts';

/** The page of numerical stability: what it shows, as a link holds it, and how far that is. */
export class StabilityLab {
  #state = $state.raw<StabilityState>(stabilityPreset('sigmoid'));
  /** What the link asked for and did not get. */
  ignored = $state.raw<readonly ExperimentProblem[]>([]);
  /** Whether it has read its link. */
  opened = $state(false);
  /** `run=1`: what has to be started by hand starts by itself, once. */
  runAtOnce = $state(false);
  /** The exhibits of the view, by name. */
  #exhibits = $state.raw<Readonly<Record<string, Exhibit>>>({});

  readonly desks: Desks;
  /** What was trained stays while one looks at other views. */
  readonly lesson: Lesson;
  readonly survey: Survey;

  constructor(staff: ProberStaff) {
    this.desks = new Desks(staff, () => this.#state.compute);
    this.lesson = new Lesson(this.desks, (settings, course) => this.#follow(settings, course));
    this.survey = new Survey(this.desks);
  }

  /** The settings that were asked for, as the link holds them. */
  get state(): StabilityState {
    return this.#state;
  }

  /** Whether the link names a preset, or a visitor chose one: without either the walk has not begun. */
  named = $state(false);

  readonly query = $derived.by(() => toStabilityLink(this.#state, this.named));

  /** How far the view is. */
  readonly phase = $derived.by(() => phaseOf(Object.values(this.#exhibits)));
  /** Why a part of the view failed; another part may still be under way. */
  readonly reason = $derived.by(
    () => Object.values(this.#exhibits).find(({ reason }) => reason)?.reason ?? null,
  );

  open(query: string): void {
    const { state, named, ignored, run } = fromStabilityLink(query);
    this.named = named;
    this.#state = state;
    this.ignored = ignored;
    this.runAtOnce = run;
    this.opened = true;
  }

  /**
   * What the page shows: the state, and, while a training of it is there, the settings to which changes on
   * the way have brought that training. The next training begins with these, and plans no changes.
   */
  readonly shown = $derived.by((): StabilityState => {
    const { state, lesson } = this;
    if (state.view !== 'learning' || !lesson.begun || lesson.missed(state)) return state;
    return { ...state, training: { ...state.training, ...lesson.now, changes: [] } };
  });

  /** Gives a field another value; the training under way goes on with it, where it can. */
  async change(path: StabilityPath, value: StabilityValue): Promise<void> {
    const { lesson } = this;
    if (this.#state.view === 'learning' && lesson.open && isChangePath(path))
      await lesson.change(path, value);
    else this.set(path, value);
  }

  /** Makes what is shown the state, so that the next training begins with it. */
  settle(): void {
    this.#state = this.shown;
  }

  /** Forgets what the link plans to change on the way. */
  forgetChanges(): void {
    this.#take({ ...this.#state.training, changes: [] });
  }

  #take({ learningRate, cure, changes }: Course): void {
    const training = { ...this.#state.training, learningRate, cure, changes };
    this.#state = { ...this.#state, training };
  }

  /** Puts a change of the training into the state, which may meanwhile ask for another training. */
  #follow(settings: Settings, course: Course | null): void {
    const own = course && !this.lesson.differsFrom(this.#state);
    this.#take(own ? course : { ...settings, changes: [] });
  }

  set(path: StabilityPath, value: StabilityValue): void {
    // Elsewhere the same training may be repeated.
    const moved = path.startsWith('compute.');
    this.#state = setAt(moved ? this.#state : this.shown, path, value);
    if (moved) this.dispose();
  }

  /** Draws other random numbers, by the next seed. */
  drawAnew(): void {
    this.set('stack.seed', (this.#state.stack.seed + 1) % 2 ** 32);
  }

  show(view: StabilityView): void {
    this.runAtOnce = false;
    this.#state = { ...this.#state, view };
  }

  /** Shows the training of this network, and starts it. */
  train({ stack, training }: TrainingSetup): void {
    this.#state = { ...this.#state, stack, training, view: 'learning' };
    this.runAtOnce = true;
  }

  /** Goes to another stop, which starts what it shows by itself. The backend stays. */
  choose(preset: StabilityPresetName): void {
    this.named = true;
    this.lesson.clear();
    this.survey.clear();
    this.#state = { ...stabilityPreset(preset), compute: this.#state.compute };
    this.runAtOnce = true;
  }

  /** Puts an exhibit on show: the page is as far as its exhibits, and leaves their figures. Returns what ends the show. */
  shows(name: string, exhibit: Exhibit): () => void {
    this.#exhibits = { ...this.#exhibits, [name]: exhibit };
    return () => {
      const { [name]: shown, ...others } = this.#exhibits;
      if (shown === exhibit) this.#exhibits = others;
    };
  }

  /** Every figure that is shown, by name. */
  figures(): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(this.#exhibits).map(([name, exhibit]) => [name, exhibit.figures()]),
    );
  }

  /** Lets go of what was trained, and of every worker. */
  dispose(): void {
    this.lesson.clear();
    this.survey.clear();
    this.desks.close();
  }
}
