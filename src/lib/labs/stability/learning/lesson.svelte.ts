import type { ProberDesk } from '#lib/crew/ask/prober.ts';
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
import type { StackSpec } from '#lib/experiment/stability/stack.ts';
import {
  changePaths,
  dataSpecOf,
  noCure,
  trainableStack,
  type ChangePath,
  type TrainingSpec,
} from '#lib/experiment/stability/training.ts';
import type { TrainingPage } from '../training-page.ts';
import { Trainee } from './trainee.svelte.ts';

interface Given {
  stack: StackSpec;
  training: TrainingSpec;
}

interface Wish {
  path: ChangePath;
  value: string | number;
}

function granted(settings: Settings, wishes: readonly Wish[]): Settings {
  return wishes.reduce((now, { path, value }) => withSetting(now, path, value), settings);
}

/**
 * One run of the view: a training, and beside it, where asked for, the same without any cure. It outlives
 * the view, so that nothing is lost by looking elsewhere.
 */
export class Lesson {
  readonly #page: TrainingPage;
  #home = new AbortController();
  #desk: Promise<ProberDesk> | null = null;
  /** What is trained, with all that was changed on the way. */
  given = $state.raw<Given | null>(null);
  data = $state.raw<DataSet | null>(null);
  main = $state.raw<Trainee | null>(null);
  twin = $state.raw<Trainee | null>(null);
  #drawing = $state(false);
  /** Whether the same without a cure is wanted. */
  #beside = false;
  /** Whether it is to train: nobody has paused it. */
  #going = $state(false);
  #pause = 0;
  /** What is to be changed as soon as both rest. */
  #wishes = $state.raw<readonly Wish[]>([]);
  /** The step to which a run that broke is to go back. */
  #back: number | null = null;
  #changing: Promise<void> | null = null;
  #reason = $state.raw<Reason | null>(null);

  constructor(page: TrainingPage) {
    this.#page = page;
  }

  readonly #all = $derived([this.main, this.twin].filter((one) => one !== null));
  readonly running = $derived(
    this.#drawing ||
      (this.#wishes.length > 0 && this.#going) ||
      this.#all.some(({ state }) => state === 'running'),
  );
  /** Whether it can go on. */
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

  /** What it is trained with at this moment, or is about to be; null before it begins. */
  readonly now = $derived.by((): Settings | null => {
    const now = this.main?.now ?? (this.given && settingsAt(this.given.training, 0));
    return now && granted(now, this.#wishes);
  });

  /** Whether a step was taken. */
  readonly begun = $derived.by(() => {
    void this.main?.version;
    return this.main !== null && this.main.track.length > 0;
  });

  /** Whether something can be changed in it: it has not come to its end. */
  readonly open = $derived(
    this.main ? this.main.state === 'running' || this.main.state === 'resting' : this.#drawing,
  );

  /** Whether another training than this one would begin with what the page asks for. */
  differsFrom(asked: Given): boolean {
    return this.given !== null && essence(asked) !== essence(this.given);
  }

  /** Whether what the page asks for now is not what is trained here. */
  missed(asked: Given): boolean {
    if (this.differsFrom(asked)) return true;
    const course = this.given?.training;
    return !!course && firstDifference(course, asked.training) < Infinity;
  }

  /** Trains what the page asks for, from the start. `beside`: the same without a cure, too. */
  async start(beside: boolean): Promise<void> {
    this.clear();
    const { stack, training } = this.#page.state;
    const { signal } = this.#home;
    this.given = { stack, training };
    this.#beside = beside;
    this.#going = true;
    this.#drawing = true;
    try {
      const data = await this.#page.staff.data(dataSpecOf(training), stack.seed, signal);
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
    // Either may have been asked for while the data were drawn.
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
   * Changes a setting, from the step that comes next: a learning rate in both, a cure in one. Resolves when
   * that is done. Where the run has come to its end meanwhile it is the next one that gets it.
   */
  async change(path: ChangePath, value: string | number): Promise<void> {
    await this.#change([{ path, value }]);
  }

  /** Back to step `to` of a run that broke, and on from there with what differs from where it broke. */
  async replay(to: number, settings: Settings): Promise<void> {
    const { now } = this;
    if (!now) return;
    this.#going = true;
    this.#back = to;
    const other = changePaths.filter((path) => settingAt(now, path) !== settingAt(settings, path));
    await this.#change(other.map((path) => ({ path, value: settingAt(settings, path) })));
  }

  /** What is wished for at once is made at one step. */
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
    // What is wished for a replay holds to its end; all else changes as it did.
    const paths = wishes.map(({ path }) => path);
    const before = again ? withoutChanges(given!.training, at, paths) : given!.training;
    const settings = granted(settingsAt(before, at), wishes);
    const own = !this.differsFrom(this.#page.state);
    let course: Course = { ...settings, changes: [] };
    if (again || !main || main.state === 'resting') {
      const training = withSettingsFrom(before, at, settings);
      this.given = { ...given!, training };
      if (again) main.replay(at, training);
      else main?.follow(training);
      twin?.follow(uncured(training));
      if (own) course = training;
    }
    this.#page.take(course);
    if (this.#going && !this.reason) this.resume();
  }

  /** Resolves when neither trains, also where one only began meanwhile. */
  async #rested(): Promise<void> {
    do await Promise.all(this.#all.map((one) => one.rest()));
    while (this.#all.some(({ state }) => state === 'running'));
  }

  /** Has both wait after each step, or not any more, from the next step on. */
  pace(pause: number): void {
    this.#pause = pause;
    this.#all.forEach((one) => (one.pause = pause));
    if (!this.#going || this.#changing) return;
    this.#all.forEach((one) => void (one.state === 'running' && one.go()));
  }

  get slow(): boolean {
    return this.#pause > 0;
  }

  /** Adds the one without a cure, from the start, or sends it home. */
  compare(on: boolean): void {
    this.#beside = on;
    if (on && !this.twin && this.data) this.#begin(this.#trainees(this.data).twin());
    if (on || !this.twin) return;
    void this.twin.rest();
    this.twin = null;
    this.#retire();
  }

  /** All that is known of both runs. */
  figures() {
    const { given, main, twin } = this;
    return { given, main: main?.figures() ?? null, twin: twin?.figures() ?? null };
  }

  /** As if nothing had been trained. */
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
    // Where the other one has ended, nothing else is under way.
    if (!this.open) this.#going = true;
    if (this.#going) void twin.go();
  }

  #trainees(data: DataSet) {
    const { stack, training } = this.given!;
    const page = this.#page;
    return {
      main: new Trainee({ stack, training, data }, async (job, options) =>
        (await page.desk()).ask('learning', job, options),
      ),
      twin: () =>
        new Trainee({ stack, training: uncured(training), data }, async (job, options) => {
          this.#desk ??= page.hire();
          return (await this.#desk).ask('learning', job, options);
        }),
    };
  }

  #retire(): void {
    this.#desk?.then(
      (desk) => desk.retire(),
      () => undefined,
    );
    this.#desk = null;
  }
}

/** The same training without any cure; its learning rate changes as that of the other does. */
function uncured(training: TrainingSpec): TrainingSpec {
  const changes = training.changes.filter(({ path }) => path === 'training.learningRate');
  return { ...training, cure: noCure, changes };
}

/** What decides a training, as text, but for what can be changed on the way. */
function essence({ stack, training }: Given): string {
  // What is left undefined is left out: no training looks at it.
  const trained = { ...trainableStack(stack), inputs: undefined, networks: undefined };
  const steady = { learningRate: undefined, cure: undefined, changes: undefined };
  return JSON.stringify([trained, { ...training, ...steady }]);
}
