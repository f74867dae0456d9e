import type { ProberDesk } from '../../../crew/prober.ts';
import { reasonOf, type Reason } from '../../../crew/reason.ts';
import type { RunState } from '../../../crew/types.ts';
import type { DataSet } from '../../../data/dataset.ts';
import type { StackSpec } from '../../../experiment/stability/stack.ts';
import {
  dataSpecOf,
  noCure,
  trainableStack,
  type Cure,
  type TrainingSpec,
} from '../../../experiment/stability/training.ts';
import type { TrainingPage } from '../training-page.ts';
import { sameCure } from './cures.ts';
import { Trainee } from './trainee.svelte.ts';

interface Given {
  stack: StackSpec;
  training: TrainingSpec;
}

/**
 * One run of the view: a training, and beside it, where asked for, the same without any cure. It outlives
 * the view, so that nothing is lost by looking elsewhere.
 */
export class Lesson {
  readonly #page: TrainingPage;
  #home = new AbortController();
  #desk: Promise<ProberDesk> | null = null;
  /** What is trained; its cure is the one it began with. */
  given = $state.raw<Given | null>(null);
  data = $state.raw<DataSet | null>(null);
  main = $state.raw<Trainee | null>(null);
  twin = $state.raw<Trainee | null>(null);
  #drawing = $state(false);
  /** Whether the same without a cure is wanted. */
  #beside = false;
  #pause = 0;
  #reason = $state.raw<Reason | null>(null);

  constructor(page: TrainingPage) {
    this.#page = page;
  }

  readonly #all = $derived([this.main, this.twin].filter((one) => one !== null));
  readonly running = $derived(this.#drawing || this.#all.some(({ state }) => state === 'running'));
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

  /** Whether what the page asks for now is not what is trained here, the cure aside. */
  differsFrom({ stack, training }: Given): boolean {
    return this.given !== null && essence({ stack, training }) !== essence(this.given);
  }

  /** Trains what the page asks for, from the start. `beside`: the same without a cure, too. */
  async start(beside: boolean): Promise<void> {
    this.clear();
    const { stack, training } = this.#page.state;
    const { signal } = this.#home;
    this.given = { stack, training };
    this.#beside = beside;
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
    // Both may have been changed while the data were drawn.
    if (this.#beside) this.#begin(twin());
    void main.train(this.#page.state.training.cure);
  }

  pause(): void {
    this.#all.forEach((one) => one.rest());
  }

  resume(): void {
    if (this.main?.state === 'resting') void this.main.train(this.#page.state.training.cure);
    if (this.twin?.state === 'resting') void this.twin.train(noCure);
  }

  /** Goes on with another cure, where it trains. */
  cure(cure: Cure): void {
    const last = this.main?.legs.at(-1);
    const { main } = this;
    if (main?.state === 'running' && !main.pausing && last && !sameCure(last.cure, cure))
      void main.train(cure);
  }

  /** Has both wait after each step, or not any more, from the next step on. */
  pace(pause: number): void {
    this.#pause = pause;
    const running = this.#all.filter((one) => one.state === 'running' && !one.pausing);
    this.#all.forEach((one) => (one.pause = pause));
    // A leg with the same cure leaves no mark.
    running.forEach((one) => void one.train(one.legs.at(-1)!.cure));
  }

  get slow(): boolean {
    return this.#pause > 0;
  }

  /** Adds the one without a cure, from the start, or sends it home. */
  compare(on: boolean): void {
    this.#beside = on;
    if (on && !this.twin && this.data) this.#begin(this.#trainees(this.data).twin());
    if (on || !this.twin) return;
    this.twin.rest();
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
    this.#all.forEach((one) => one.rest());
    this.#retire();
    this.given = this.data = this.main = this.twin = this.#reason = null;
    this.#drawing = false;
  }

  #begin(twin: Trainee): void {
    twin.pause = this.#pause;
    this.twin = twin;
    void twin.train(noCure);
  }

  #trainees(data: DataSet) {
    const { stack, training } = this.given!;
    const job = { stack, training, data };
    const page = this.#page;
    return {
      main: new Trainee(job, async (job, options) =>
        (await page.desk()).ask('learning', job, options),
      ),
      twin: () =>
        new Trainee(job, async (job, options) => {
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

/** What decides a training, as text; its cure can be changed on the way, and is left out. */
function essence({ stack, training }: Given): string {
  // What is left undefined is left out: no training looks at it.
  const trained = { ...trainableStack(stack), inputs: undefined, networks: undefined };
  return JSON.stringify([trained, { ...training, cure: undefined }]);
}
