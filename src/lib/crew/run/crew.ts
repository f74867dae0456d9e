import type { DataSet } from '#lib/data/dataset.ts';
import {
  stepsPerEpoch,
  type BackendName,
  type Change,
  type Experiment,
  type VariantName,
} from '#lib/experiment/experiment.ts';
import type { Checkpoint, Environment, Timing } from '#lib/protocol/protocol.ts';
import { Averaging } from '../average/averaging.ts';
import { chooseBackend } from './choose-backend.ts';
import { changeables, withChange } from '#lib/experiment/changes.ts';
import { isPossible } from '#lib/fields/changes.ts';
import { Gate } from './gate.ts';
import type { CrewContext } from '../hire/context.ts';
import { limits as usualLimits, type Limits } from '../hire/limits.ts';
import type { Order } from './order.ts';
import { parameters } from './parameters.ts';
import { reasonOf, type Reason } from '../hire/reason.ts';
import { VariantRecord } from './record.ts';
import { Runner } from './runner.ts';
import type { Factory } from '../hire/staff.ts';
import type { ControlOutcome, Notice, RunControls, RunState, RunView } from './types.ts';
import { Waiting } from './waiting.ts';

export interface CrewOptions {
  /** Tells that `view()` has changed: an answer to a control (`now`) or progress (`soon`). */
  changed?: (urgency: 'now' | 'soon') => void;
  /** Averages subnetworks of `dropout` once it has been trained to the end. Default: true. */
  averageWhenDone?: boolean;
  limits?: Partial<Limits>;
  /** Milliseconds. */
  now?: () => number;
}

/** What the whole crew is told to do; a variant that begins later is told the same. */
type Goal = { kind: 'hold' | 'run' } | { kind: 'more'; steps: number; fromTheStart: boolean };

/**
 * Trains one experiment on one data set, without a page: one worker a variant. It tells `options.changed`,
 * and shows itself in `view()`. Nothing happens before a control is used.
 */
export class Crew implements RunControls {
  readonly #context: CrewContext;
  readonly #tell: (urgency: 'now' | 'soon') => void;
  readonly #averageWhenDone: boolean;
  readonly #runners: Runner[];
  readonly #averaging: Averaging;
  readonly #abort = new AbortController();
  /** Ends the scouts that look for a backend. */
  readonly #choosing = new AbortController();
  #experiment: Experiment;
  #gate: Gate | null = null;
  #phase: 'idle' | 'begun' | 'over' = 'idle';
  #goal: Goal = { kind: 'hold' };
  #moving = false;
  #stopping = false;
  #halted = false;
  #reason: Reason | null = null;
  #environment: Environment | null = null;
  #timings: readonly Timing[] = [];
  #notices: readonly Notice[] = [];
  #changing: Promise<unknown> = Promise.resolve();
  readonly #waiting = new Waiting();

  constructor(experiment: Experiment, data: DataSet, factory: Factory, options: CrewOptions = {}) {
    this.#experiment = experiment;
    this.#tell = options.changed ?? (() => undefined);
    this.#averageWhenDone = options.averageWhenDone ?? true;
    const context: CrewContext = {
      data,
      factory,
      limits: { ...usualLimits, ...options.limits },
      now: options.now ?? (() => performance.now()),
      experiment: () => this.#experiment,
      halted: () => this.#halted,
    };
    this.#context = context;
    const steps = experiment.training.epochs * this.#stepsPerEpoch;
    const size = [data.inputs, data.classes.length] as const;
    this.#runners = experiment.variants.map((variant) => {
      const of = { variant, steps, parameters: parameters(experiment, variant, ...size) };
      const record = new VariantRecord(of, context.now, () => this.#changed('soon'));
      return new Runner(record, context);
    });
    this.#averaging = new Averaging(context, this.#tell);
  }

  view(): RunView {
    return {
      state: this.#state,
      reason: this.#reason,
      experiment: this.#experiment,
      variants: this.#runners.map(({ record }) => record.view()),
      environment: this.#environment,
      timings: this.#timings,
      notices: this.#notices,
      averaging: this.#averaging.view,
      stopping: this.#stopping && this.#phase !== 'over',
    };
  }

  async start(): Promise<void> {
    if (this.#phase !== 'idle') return;
    this.#goal = { kind: 'run' };
    await this.#begin();
  }

  async pause(): Promise<void> {
    if (this.#phase !== 'begun') return;
    this.#aim({ kind: 'hold' });
    await this.#until(() => !this.#begun.some(({ training }) => training));
  }

  async resume(): Promise<void> {
    if (this.#phase !== 'begun' || this.#goal.kind === 'run') return;
    this.#aim({ kind: 'run' });
  }

  step(): Promise<void> {
    return this.#more(1);
  }

  epoch(): Promise<void> {
    return this.#more(this.#stepsPerEpoch);
  }

  async stop(): Promise<void> {
    if (this.#phase !== 'begun') return;
    if (!this.#stopping) {
      this.#stopping = true;
      this.#choosing.abort();
      for (const runner of this.#runners) {
        if (runner.phase !== 'waiting') runner.tell({ kind: 'stop' });
        else runner.record.status = 'waiting';
      }
      this.#changed('now');
    }
    await this.#until(() => this.#phase === 'over');
  }

  async change(path: Change['path'], value: number): Promise<ControlOutcome> {
    if (!isPossible(changeables, this.#experiment, path, value))
      return { ok: false, reason: 'invalid' };
    const outcome = this.#changing.then(() => this.#change(path, value));
    this.#changing = outcome;
    return outcome;
  }

  async average(variant: VariantName): Promise<void> {
    const runner = this.#runner(variant);
    if (!runner || this.#abort.signal.aborted || this.#averaging.variant === variant) return;
    await this.#averaging.start(variant, () => runner.snapshot());
  }

  async stopAveraging(): Promise<void> {
    this.#averaging.stop();
  }

  async evaluate(): Promise<void> {
    await Promise.all(this.#begun.map((runner) => runner.evaluate()));
  }

  /** Weights of a variant as they are now, or were last; null where it has not started. */
  async checkpoint(variant: VariantName): Promise<Checkpoint | null> {
    return (await this.#runner(variant)?.snapshot()) ?? null;
  }

  /** Says that the run goes slower, since the tab is in the background. */
  slowed(): void {
    if (this.#notices.some(({ kind }) => kind === 'slowed')) return;
    this.#note({ kind: 'slowed' });
  }

  /** For tests of bad days: loses the WebGL context of a variant as a driver would. */
  async loseContext(variant: VariantName): Promise<boolean> {
    return (await this.#runner(variant)?.loseContext()) ?? false;
  }

  dispose(): void {
    this.#abort.abort();
    this.#choosing.abort();
    this.#averaging.dispose();
    this.#runners.forEach((runner) => runner.dispose());
    this.#waiting.end();
  }

  get #state(): RunState {
    if (this.#phase === 'idle') return 'idle';
    if (this.#phase === 'over') return this.#reason ? 'failed' : 'done';
    if (this.#goal.kind === 'hold' || this.#stopping) return 'paused';
    return this.#moving ? 'running' : 'starting';
  }

  get #begun(): Runner[] {
    return this.#runners.filter(({ phase }) => phase === 'begun');
  }

  get #stepsPerEpoch(): number {
    return stepsPerEpoch(this.#experiment, this.#context.data.train.labels.length);
  }

  #runner(variant: VariantName): Runner | undefined {
    return this.#runners.find(({ record }) => record.variant === variant);
  }

  async #begin(): Promise<void> {
    this.#phase = 'begun';
    this.#changed('now');
    try {
      const { environment, timings, notices } = await chooseBackend(
        this.#context,
        this.#choosing.signal,
      );
      this.#environment = environment;
      this.#timings = timings;
      notices.forEach((notice) => this.#note(notice));
      if (environment.floatBits === 16) this.#note({ kind: 'half-precision' });
      if (!this.#abort.signal.aborted && !this.#stopping) this.#hire(environment.backend);
    } catch (error) {
      // The run was stopped meanwhile: no backend is needed any more.
      if (this.#abort.signal.aborted || this.#stopping) return;
      this.#reason = reasonOf(error);
      this.#phase = 'over';
    }
    this.#changed('now');
  }

  #hire(backend: BackendName): void {
    const { hands, webglHands } = this.#context.limits;
    const gate = new Gate(backend === 'webgl' ? webglHands : hands);
    for (const runner of this.#runners) runner.record.status = 'queued';
    this.#gate = gate;
    for (const runner of this.#runners) gate.wait(() => void this.#conduct(runner, backend));
  }

  /** Takes one variant, which has its place at the gate, to its end. */
  async #conduct(runner: Runner, backend: BackendName): Promise<void> {
    if (this.#stopping || this.#abort.signal.aborted) return;
    await runner.begin(backend, this.#orderForNew);
    this.#gate?.leave();
    const { variant, status } = runner.record;
    // An averaging that a person asked for meanwhile goes on.
    const isFree = [null, variant].includes(this.#averaging.variant);
    const isAsked = this.#averageWhenDone && isFree && !this.#stopping;
    if (variant === 'dropout' && status === 'done' && isAsked) {
      void this.#averaging.start(variant, () => runner.snapshot());
    }
    this.#changed('now');
  }

  get #orderForNew(): Order {
    const goal = this.#goal;
    if (goal.kind !== 'more') return { kind: goal.kind };
    return goal.fromTheStart ? { kind: 'more', steps: goal.steps } : { kind: 'hold' };
  }

  #aim(goal: Goal): void {
    this.#goal = goal;
    const order: Order =
      goal.kind === 'more' ? { kind: 'more', steps: goal.steps } : { kind: goal.kind };
    if (!this.#stopping) this.#begun.forEach((runner) => runner.tell(order));
    this.#changed('now');
  }

  async #more(steps: number): Promise<void> {
    if (this.#phase === 'over' || this.#stopping) return;
    // Before the first worker is hired there is nobody to tell. Each variant then begins with all
    // the steps that were asked for.
    const fromTheStart = this.#gate === null;
    const before = this.#goal;
    const already = fromTheStart && before.kind === 'more' ? before.steps : 0;
    const goal: Goal = { kind: 'more', steps: steps + already, fromTheStart };
    if (this.#phase === 'idle') {
      this.#goal = goal;
      await this.#begin();
    } else {
      this.#aim(goal);
    }
    const isOver = () =>
      this.#goal !== goal ||
      this.#phase === 'over' ||
      (this.#gate !== null && this.#begun.every(({ satisfied }) => satisfied));
    await this.#until(isOver);
    if (this.#goal === goal) this.#aim({ kind: 'hold' });
  }

  async #change(path: Change['path'], value: number): Promise<ControlOutcome> {
    if (this.#phase !== 'begun' || this.#stopping) return { ok: false, reason: 'not-running' };
    this.#halted = true;
    this.#begun.forEach((runner) => runner.nudge());
    await this.#until(() => !this.#begun.some(({ training }) => training));
    const isDone = this.#runners.some(
      (runner) => runner.complete && runner.record.status !== 'failed',
    );
    const possible = !isDone && !this.#stopping;
    if (possible) {
      const step = Math.max(0, ...this.#begun.map(({ record }) => record.step));
      this.#experiment = withChange(this.#experiment, { step, path, value });
    }
    this.#halted = false;
    this.#begun.forEach((runner) => runner.nudge());
    this.#changed('now');
    return possible
      ? { ok: true }
      : { ok: false, reason: isDone ? 'a-variant-is-done' : 'not-running' };
  }

  #note(notice: Notice): void {
    this.#notices = [...this.#notices, notice];
    this.#changed('soon');
  }

  #changed(urgency: 'now' | 'soon'): void {
    if (this.#abort.signal.aborted) return;
    this.#moving ||= this.#runners.some(({ training }) => training);
    if (this.#phase === 'begun') this.#close();
    // A control that was waited for is shown at once.
    const answered = this.#waiting.look();
    this.#tell(answered || this.#phase === 'over' ? 'now' : urgency);
  }

  /** Ends the run once no variant is under way or still to begin. */
  #close(): void {
    const open = this.#runners.some(
      ({ phase }) => phase === 'begun' || (phase === 'waiting' && !this.#stopping),
    );
    if (open) return;
    this.#phase = 'over';
    if (!this.#runners.every(({ record }) => record.status === 'failed')) return;
    const notices = this.#runners[0].record.view().notices;
    const failure = notices.find(({ kind }) => kind === 'variant-failed');
    if (failure?.kind === 'variant-failed') this.#reason = failure.reason;
  }

  /** Waits until `when` holds, or the run is disposed of. */
  #until(when: () => boolean): Promise<void> {
    return this.#waiting.until(() => this.#abort.signal.aborted || when());
  }
}
