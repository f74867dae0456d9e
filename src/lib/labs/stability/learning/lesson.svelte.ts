import { dequal } from 'dequal/lite';
import type { ProberDesk } from '#lib/crew/ask/prober.ts';
import { retire } from '#lib/crew/retire.ts';
import { reasonOf, type Reason } from '#lib/crew/hire/reason.ts';
import type { RunState } from '#lib/crew/run/types.ts';
import type { DataSet } from '#lib/data/dataset.ts';
import {
  firstDifference,
  settingAt,
  settingsAt,
  withoutChanges,
  withSetting,
  withSettingsFrom,
  type Course,
  type Settings,
} from '#lib/experiment/stability/changes.ts';
import {
  changePaths,
  noCure,
  trainableStack,
  type ChangePath,
  type TrainingSpec,
} from '#lib/experiment/stability/training.ts';
import type { Desks, TrainingSetup } from '../desks.svelte.ts';
import type { Exhibit } from '../exhibit.ts';
import { Trainee } from './trainee.svelte.ts';

interface Wish {
  path: ChangePath;
  value: string | number;
}

function granted(settings: Settings, wishes: readonly Wish[]): Settings {
  return wishes.reduce((now, { path, value }) => withSetting(now, path, value), settings);
}

/**
 * Called after each change with the settings from now on and the course of the whole run; the
 * course is null if the run had already ended, so that only the next one gets the change.
 */
type Changed = (settings: Settings, course: Course | null) => void;

/**
 * The run of the learning view: one training, and on request the same without any cure beside it.
 * It outlives the view, so that visiting another view loses nothing.
 */
export class Lesson implements Exhibit {
  readonly #desks: Desks;
  readonly #changed: Changed;
  #home = new AbortController();
  #twinsDesk: Promise<ProberDesk> | null = null;
  /** The network and its training, with all changes made on the way. */
  given = $state.raw<TrainingSetup | null>(null);
  data = $state.raw<DataSet | null>(null);
  main = $state.raw<Trainee | null>(null);
  twin = $state.raw<Trainee | null>(null);
  #drawing = $state(false);
  /** Whether the training without a cure is wanted beside the main one. */
  #beside = false;
  /** Whether training should go on: it was started, and not paused since. */
  #going = $state(false);
  #pause = 0;
  /** Changes that wait until both trainings rest. */
  #wishes = $state.raw<readonly Wish[]>([]);
  /** The step to which a broken run is to go back, or null. */
  #back: number | null = null;
  #changing: Promise<void> | null = null;
  #reason = $state.raw<Reason | null>(null);

  constructor(desks: Desks, changed: Changed) {
    this.#desks = desks;
    this.#changed = changed;
  }

  readonly #all = $derived([this.main, this.twin].filter((one) => one !== null));
  readonly running = $derived(
    this.#drawing ||
      (this.#wishes.length > 0 && this.#going) ||
      this.#all.some(({ state }) => state === 'running'),
  );
  /** Whether the run rests and can go on. */
  readonly resting = $derived(!this.running && this.#all.some(({ state }) => state === 'resting'));
  readonly reason = $derived(
    this.#reason ?? this.#all.find(({ reason }) => reason)?.reason ?? null,
  );
  readonly phase = $derived.by((): RunState => {
    if (this.reason && !this.running) return 'failed';
    if (this.#drawing) return 'starting';
    if (this.running) return 'running';
    if (!this.given) return 'idle';
    return this.resting ? 'paused' : 'done';
  });

  /** The run's current settings, waiting changes included; null before it begins. */
  readonly now = $derived.by((): Settings | null => {
    const now = this.main?.now ?? (this.given && settingsAt(this.given.training, 0));
    return now && granted(now, this.#wishes);
  });

  /** Whether the main training has taken a step. */
  readonly begun = $derived.by(() => {
    void this.main?.version;
    return this.main !== null && this.main.track.length > 0;
  });

  /** Whether a setting can still be changed in this run, which has not ended. */
  readonly open = $derived(
    this.main ? this.main.state === 'running' || this.main.state === 'resting' : this.#drawing,
  );

  /** Whether `asked` would give another training than this run, changes on the way aside. */
  differsFrom(asked: TrainingSetup): boolean {
    return this.given !== null && !dequal(essence(asked), essence(this.given));
  }

  /** Whether `asked` would give another training than this run, changes on the way included. */
  missed(asked: TrainingSetup): boolean {
    if (this.differsFrom(asked)) return true;
    const course = this.given?.training;
    return !!course && firstDifference(course, asked.training) < Infinity;
  }

  /** Trains a network from the start; `beside` adds the same training without a cure. */
  async start({ stack, training }: TrainingSetup, beside: boolean): Promise<void> {
    this.clear();
    const { signal } = this.#home;
    this.given = { stack, training };
    this.#beside = beside;
    this.#going = true;
    this.#drawing = true;
    try {
      const data = await this.#desks.data(this.given, signal);
      if (signal.aborted) return;
      this.data = data;
      this.#drawing = false;
    } catch (error) {
      if (signal.aborted) return;
      this.#drawing = false;
      this.#reason = reasonOf(error);
      return;
    }
    const { main, twin } = this.#trainees(this.data);
    main.pause = this.#pause;
    this.main = main;
    // While the data were drawn, a visitor may have asked for the training beside it, or for a
    // pause.
    if (this.#beside) this.#begin(twin());
    if (this.#going) void main.go();
  }

  pause(): void {
    this.#going = false;
    this.#all.forEach((one) => void one.rest());
  }

  resume(): void {
    this.#going = true;
    if (!this.#changing) this.#all.forEach((one) => void (one.state === 'resting' && one.go()));
  }

  /**
   * Changes a setting from the next step on: a learning rate in both trainings, a cure in the main
   * one. Resolves once the change is made. If the run has ended meanwhile, the change applies to
   * the next run only.
   */
  async change(path: ChangePath, value: string | number): Promise<void> {
    await this.#change([{ path, value }]);
  }

  /** Takes a broken run back to step `to` and goes on from there with `settings`. */
  async replay(to: number, settings: Settings): Promise<void> {
    const { now } = this;
    if (!now) return;
    this.#going = true;
    this.#back = to;
    const other = changePaths.filter((path) => settingAt(now, path) !== settingAt(settings, path));
    await this.#change(other.map((path) => ({ path, value: settingAt(settings, path) })));
  }

  /** Collects changes that are asked for together, so that they are made at the same step. */
  async #change(wishes: readonly Wish[]): Promise<void> {
    this.#wishes = [...this.#wishes, ...wishes];
    this.#changing ??= this.#grant(this.#home.signal);
    await this.#changing;
  }

  async #grant(signal: AbortSignal): Promise<void> {
    await this.#rested();
    if (signal.aborted) return;
    const { given, main, twin } = this;
    const [wishes, back] = [this.#wishes, this.#back];
    this.#wishes = [];
    this.#back = this.#changing = null;
    const again = back !== null && main?.state === 'broken';
    const at = again ? back : (main?.step ?? 0);
    // In a replay these settings hold to the end; all others change as in the run that broke.
    const paths = wishes.map(({ path }) => path);
    const before = again ? withoutChanges(given!.training, at, paths) : given!.training;
    const settings = granted(settingsAt(before, at), wishes);
    let course: Course | null = null;
    if (again || !main || main.state === 'resting') {
      const training = withSettingsFrom(before, at, settings);
      this.given = { ...given!, training };
      if (again) main.replay(at, training);
      else main?.follow(training);
      twin?.follow(uncured(training));
      course = training;
    }
    this.#changed(settings, course);
    if (this.#going && !this.reason) this.resume();
  }

  /**
   * Resolves once neither training runs. Loops, since one may start while the other comes to rest.
   */
  async #rested(): Promise<void> {
    do await Promise.all(this.#all.map((one) => one.rest()));
    while (this.#all.some(({ state }) => state === 'running'));
  }

  /** Sets the pause after each step in milliseconds, for both trainings, from the next step on. */
  pace(pause: number): void {
    this.#pause = pause;
    this.#all.forEach((one) => (one.pause = pause));
    if (!this.#going || this.#changing) return;
    this.#all.forEach((one) => void (one.state === 'running' && one.go()));
  }

  get slow(): boolean {
    return this.#pause > 0;
  }

  /** Adds the training without a cure, from its first step, or ends it. */
  compare(on: boolean): void {
    this.#beside = on;
    if (on && !this.twin && this.data) this.#begin(this.#trainees(this.data).twin());
    if (on || !this.twin) return;
    void this.twin.rest();
    this.twin = null;
    this.#retire();
  }

  /** All results of both trainings. */
  figures() {
    const { given, main, twin } = this;
    return { given, main: main?.figures() ?? null, twin: twin?.figures() ?? null };
  }

  /** Forgets the run and retires the worker that it hired. */
  clear(): void {
    this.#home.abort();
    this.#home = new AbortController();
    this.#all.forEach((one) => void one.rest());
    this.#retire();
    this.given = this.data = this.main = this.twin = this.#reason = null;
    this.#wishes = [];
    this.#back = this.#changing = null;
    this.#drawing = false;
  }

  #begin(twin: Trainee): void {
    twin.pause = this.#pause;
    this.twin = twin;
    // If the main training has ended, this one has to start by itself.
    if (!this.open) this.#going = true;
    if (this.#going) void twin.go();
  }

  #trainees(data: DataSet) {
    const { stack, training } = this.given!;
    const desks = this.#desks;
    return {
      main: new Trainee({ stack, training, data }, async (job, options) =>
        (await desks.own()).ask('learning', job, options),
      ),
      twin: () =>
        new Trainee({ stack, training: uncured(training), data }, async (job, options) => {
          this.#twinsDesk ??= desks.another();
          return (await this.#twinsDesk).ask('learning', job, options);
        }),
    };
  }

  #retire(): void {
    retire(this.#twinsDesk);
    this.#twinsDesk = null;
  }
}

/** The same training without any cure; changes of the learning rate are kept. */
function uncured(training: TrainingSpec): TrainingSpec {
  const changes = training.changes.filter(({ path }) => path === 'training.learningRate');
  return { ...training, cure: noCure, changes };
}

/** Everything that decides a training and cannot be changed on the way. */
function essence({ stack, training }: TrainingSetup): unknown {
  // Fields that no training reads are undefined, so that they do not count.
  const trained = { ...trainableStack(stack), inputs: undefined, networks: undefined };
  return [trained, { ...training, learningRate: undefined, cure: undefined, changes: undefined }];
}
