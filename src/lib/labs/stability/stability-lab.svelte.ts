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

/** The state of the numerical stability page, as its link holds it, and its progress. */
export class StabilityLab {
  #state = $state.raw<StabilityState>(stabilityPreset('sigmoid'));
  /** The parts of the link that could not be applied. */
  ignored = $state.raw<readonly ExperimentProblem[]>([]);
  /** Whether the page has read its link. */
  opened = $state(false);
  /** Whether the view should start what normally waits for a button: `run=1`. A view resets it. */
  runAtOnce = $state(false);
  /** The exhibits on show, by name. */
  #exhibits = $state.raw<Readonly<Record<string, Exhibit>>>({});

  readonly desks: Desks;
  /** Outlives the learning view, so that its training stays while other views are shown. */
  readonly lesson: Lesson;
  readonly survey: Survey;

  constructor(staff: ProberStaff) {
    this.desks = new Desks(staff, () => this.#state.compute);
    this.lesson = new Lesson(this.desks, (settings, course) => this.#follow(settings, course));
    this.survey = new Survey(this.desks);
  }

  /** The settings that were asked for, as they stand in the link. */
  get state(): StabilityState {
    return this.#state;
  }

  /** Whether a preset was named in the link or chosen by the visitor: the tour begins only then. */
  named = $state(false);

  readonly query = $derived.by(() => toStabilityLink(this.#state, this.named));

  /** The phase of the page, from all exhibits on show. */
  readonly phase = $derived.by(() => phaseOf(Object.values(this.#exhibits)));
  /** Why some part of the view failed; other parts may still be under way. */
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
   * What the page shows: the state and, in the learning view while the training that it asks for is
   * there, the current settings of that training. The next training begins with these settings and
   * plans no changes.
   */
  readonly shown = $derived.by((): StabilityState => {
    const { state, lesson } = this;
    if (state.view !== 'learning' || !lesson.begun || lesson.missed(state)) return state;
    return { ...state, training: { ...state.training, ...lesson.now, changes: [] } };
  });

  /**
   * Sets a field. A training under way goes on with the new value, if it can be changed in mid-run.
   */
  async change(path: StabilityPath, value: StabilityValue): Promise<void> {
    const { lesson } = this;
    if (this.#state.view === 'learning' && lesson.open && isChangePath(path))
      await lesson.change(path, value);
    else this.set(path, value);
  }

  /** Makes the settings shown the state, so that the next training begins with them. */
  settle(): void {
    this.#state = this.shown;
  }

  /** Drops the changes on the way that the link plans. */
  forgetChanges(): void {
    this.#take({ ...this.#state.training, changes: [] });
  }

  #take({ learningRate, cure, changes }: Course): void {
    const training = { ...this.#state.training, learningRate, cure, changes };
    this.#state = { ...this.#state, training };
  }

  /**
   * Takes over a change of the training. If the run had ended, or the state meanwhile asks for
   * another training, only the settings are taken over, not the changes on the way.
   */
  #follow(settings: Settings, course: Course | null): void {
    const own = course && !this.lesson.differsFrom(this.#state);
    this.#take(own ? course : { ...settings, changes: [] });
  }

  set(path: StabilityPath, value: StabilityValue): void {
    // On another backend the same training may be repeated, so its changes on the way are kept.
    const moved = path.startsWith('compute.');
    this.#state = setAt(moved ? this.#state : this.shown, path, value);
    if (moved) this.dispose();
  }

  /** Moves on to the next seed, so that other random numbers are drawn. */
  drawAnew(): void {
    this.set('stack.seed', (this.#state.stack.seed + 1) % 2 ** 32);
  }

  show(view: StabilityView): void {
    this.runAtOnce = false;
    this.#state = { ...this.#state, view };
  }

  /** Shows the learning view with this network and starts its training. */
  train({ stack, training }: TrainingSetup): void {
    this.#state = { ...this.#state, stack, training, view: 'learning' };
    this.runAtOnce = true;
  }

  /** Goes to another stop of the tour, whose computation starts by itself. Keeps the backend. */
  choose(preset: StabilityPresetName): void {
    this.named = true;
    this.lesson.clear();
    this.survey.clear();
    this.#state = { ...stabilityPreset(preset), compute: this.#state.compute };
    this.runAtOnce = true;
  }

  /**
   * Registers an exhibit, whose phase and figures then count for the page. The returned function
   * removes it again.
   */
  shows(name: string, exhibit: Exhibit): () => void {
    this.#exhibits = { ...this.#exhibits, [name]: exhibit };
    return () => {
      const { [name]: shown, ...others } = this.#exhibits;
      if (shown === exhibit) this.#exhibits = others;
    };
  }

  /** The figures of every exhibit on show, by name. */
  figures(): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(this.#exhibits).map(([name, exhibit]) => [name, exhibit.figures()]),
    );
  }

  /** Forgets what was trained and retires every worker. */
  dispose(): void {
    this.lesson.clear();
    this.survey.clear();
    this.desks.close();
  }
}
