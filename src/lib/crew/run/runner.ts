import { proxy } from 'comlink';
import type { BackendName, Change } from '#lib/experiment/experiment.ts';
import type { Checkpoint, Environment, Progress, Trainer } from '#lib/protocol/protocol.ts';
import type { CrewContext } from '../hire/context.ts';
import { hire, HandError, type Hand } from '../hire/hand.ts';
import { more, target, type Order } from './order.ts';
import type { Patience } from '../hire/patience.ts';
import type { VariantRecord } from './record.ts';
import { Remedy } from './remedy.ts';
import type { VariantStatus } from './types.ts';

/**
 * Brings one variant from its first step to its last, through as many workers as it takes. The controls
 * only set the order. One loop reads the order and alone drives the worker, so that a worker can fail in
 * one place only, and is replaced in one place only.
 */
export class Runner {
  readonly record: VariantRecord;
  readonly #context: CrewContext;
  readonly #abort = new AbortController();
  readonly #remedy: Remedy;
  #order: Order = { kind: 'hold' };
  #hand: Hand<Trainer> | null = null;
  #prepared = false;
  #checkpoint: Checkpoint | null = null;
  #keeping: Promise<void> | null = null;
  /** Whether there were steps since the last checkpoint. */
  #unkept = false;
  /** The changes that the worker knows of. */
  #changes: readonly Change[] = [];
  /** The last step of the `train` call under way. */
  #training: number | null = null;
  #pausing = false;
  #patience: Patience | null = null;
  #diverged = false;
  #evaluating: (() => void)[] = [];
  #wake: (() => void) | null = null;
  #phase: 'waiting' | 'begun' | 'ended' = 'waiting';

  constructor(record: VariantRecord, context: CrewContext) {
    this.record = record;
    this.#context = context;
    this.#remedy = new Remedy('cpu', context.limits);
  }

  get phase(): 'waiting' | 'begun' | 'ended' {
    return this.#phase;
  }

  /** Whether a worker is doing steps. */
  get training(): boolean {
    return this.#training !== null;
  }

  /** Whether no step is left to do. */
  get complete(): boolean {
    return this.#phase === 'ended' || this.#diverged || this.record.step >= this.record.steps;
  }

  /** Whether the variant has done what it was told. */
  get satisfied(): boolean {
    if (this.#phase !== 'begun') return true;
    const { kind } = this.#order;
    if (this.training || kind === 'more' || kind === 'stop' || this.complete) return false;
    return kind === 'hold' || this.#target === this.record.step;
  }

  /** Hires workers until the variant has ended; the record says how. Never rejects. */
  async begin(backend: BackendName, order: Order): Promise<void> {
    this.#remedy.backend = backend;
    this.#order = order;
    this.#phase = 'begun';
    while (this.phase !== 'ended') {
      try {
        await this.#turn();
      } catch (error) {
        this.#mend(error);
      }
    }
  }

  tell(order: Order): void {
    this.#order = order.kind === 'more' ? more(this.#order, order.steps) : order;
    if (order.kind === 'stop' && !this.#begunTraining) this.#abort.abort();
    this.nudge();
  }

  /** Looks again at what there is to do. */
  nudge(): void {
    this.#wake?.();
    if (this.#training === null || this.#pausing) return;
    const turned = this.#evaluating.length > 0 || this.#order.kind === 'more';
    if (!turned && this.#target === this.#training) return;
    this.#pausing = true;
    this.#hand
      ?.call((trainer) => trainer.pause(), this.#context.limits.call)
      .catch(() => {
        // `train` rejects for the same reason, and the loop replaces the worker.
      });
  }

  /** Brings the evaluations up to date. Resolves also where there is nothing to evaluate. */
  evaluate(): Promise<void> {
    if (this.#phase !== 'begun') return Promise.resolve();
    return new Promise((resolve) => {
      this.#evaluating.push(resolve);
      this.nudge();
    });
  }

  /** The weights of this moment, or of the last checkpoint; training goes on. */
  async snapshot(): Promise<Checkpoint | null> {
    const hand = this.#hand;
    if (hand && this.#prepared) await this.#keep(hand).catch(() => undefined);
    return this.#checkpoint;
  }

  async loseContext(): Promise<boolean> {
    const hand = this.#hand;
    if (!hand || !this.#prepared) return false;
    return hand
      .call((trainer) => trainer.loseContext(), this.#context.limits.call)
      .catch(() => false);
  }

  dispose(): void {
    this.#abort.abort();
    this.#wake?.();
  }

  get #begunTraining(): boolean {
    return this.training || this.record.step > 0 || this.#checkpoint !== null;
  }

  get #target(): number {
    const { step, steps } = this.record;
    return this.#context.halted() ? step : target(this.#order, step, steps);
  }

  /** Does the most pressing thing that there is to do. */
  async #turn(): Promise<void> {
    if (this.#abort.signal.aborted) {
      this.#end('waiting');
      return;
    }
    const hand = this.#hand ?? (await this.#hire());
    const { changes } = this.#context.experiment();
    if (this.#order.kind === 'more') {
      const step = Math.min(this.record.step + this.#order.steps, this.record.steps);
      this.#order = { kind: 'until', step };
    }
    if (this.#changes !== changes) {
      await hand.call((trainer) => trainer.setChanges(changes), this.#context.limits.call);
      this.#changes = changes;
    } else if (this.#order.kind === 'stop' || this.complete) {
      await this.#finish(hand);
    } else if (this.#evaluating.length > 0) {
      await this.#evaluate(hand);
    } else if (this.#target > this.record.step) {
      await this.#train(hand, this.#target);
    } else {
      await this.#rest(hand);
    }
  }

  async #hire(): Promise<Hand<Trainer>> {
    const { factory, limits, data } = this.#context;
    const checkpoint = this.#checkpoint;
    this.record.backTo(checkpoint);
    this.record.status = 'starting';
    this.#diverged = false;
    this.#unkept = false;
    const hand = await hire<Trainer>(() => factory.trainer(), limits.ready, this.#abort.signal);
    this.#hand = hand;
    const experiment = this.#context.experiment();
    const job = {
      experiment,
      variant: this.record.variant,
      data,
      backend: this.#remedy.backend,
      wasmPaths: factory.wasmPaths,
      ...(checkpoint ? { checkpoint } : {}),
    };
    const environment: Environment = await hand.call(
      (trainer) => trainer.prepare(job),
      limits.prepare,
    );
    this.#changes = experiment.changes;
    this.#prepared = true;
    this.record.environment = environment;
    return hand;
  }

  async #train(hand: Hand<Trainer>, until: number): Promise<void> {
    const { limits } = this.#context;
    const { record } = this;
    this.#training = until;
    this.#pausing = false;
    this.#unkept = true;
    record.stopwatch.start();
    record.status = 'training';
    const clock = setInterval(() => {
      record.stopwatch.look();
      // Without a new checkpoint the last one stays; a worker that failed makes `train` reject.
      this.#keep(hand).catch(() => undefined);
    }, limits.checkpoint);
    try {
      const { stop, step } = await hand.call((trainer, patience) => {
        this.#patience = patience;
        const report = proxy((progress: Progress) => {
          if (this.#hand !== hand) return;
          patience.news();
          record.hear(progress);
          patience.stretch(limits.newsSteps * record.secondsPerStep * 1_000);
        });
        return trainer.train(until, report);
      }, limits.news);
      record.step = step;
      this.#diverged = stop === 'diverged';
      if (stop === 'reached' && step < until) {
        throw new Error(`The worker was to train to step ${until} and came back at step ${step}.`);
      }
    } finally {
      clearInterval(clock);
      this.#patience = null;
      this.#training = null;
      record.stopwatch.stop();
    }
  }

  /** Keeps a checkpoint, and then waits to be told something. */
  async #rest(hand: Hand<Trainer>): Promise<void> {
    this.record.status = 'paused';
    if (this.#unkept) {
      await this.#keepLast(hand);
      return;
    }
    await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#wake = null;
  }

  async #evaluate(hand: Hand<Trainer>): Promise<void> {
    const asked = this.#evaluating.length;
    const { step, evaluations, stopwatch } = this.record;
    if (!evaluations.some((evaluation) => evaluation.step === step)) {
      stopwatch.start();
      try {
        this.record.evaluations = await hand.call(
          (trainer) => trainer.evaluate(),
          this.#context.limits.evaluate,
        );
      } finally {
        stopwatch.stop();
      }
    }
    this.#evaluating.splice(0, asked).forEach((resolve) => resolve());
  }

  async #finish(hand: Hand<Trainer>): Promise<void> {
    if (this.#unkept) await this.#keepLast(hand);
    try {
      await this.#evaluate(hand);
    } catch (error) {
      // Networks full of NaN may have nothing to evaluate.
      if (!this.#diverged || error instanceof HandError) throw error;
    }
    this.#end('done');
  }

  /** Keeps a checkpoint of the step reached. */
  async #keepLast(hand: Hand<Trainer>): Promise<void> {
    // The checkpoint that was asked for during training may be of an earlier step.
    await this.#keeping?.catch(() => undefined);
    await this.#keep(hand);
    this.#unkept = false;
  }

  #keep(hand: Hand<Trainer>): Promise<void> {
    this.#keeping ??= hand
      .call((trainer) => trainer.checkpoint(), this.#context.limits.call)
      .then((checkpoint) => {
        if (this.#hand === hand) this.#checkpoint = checkpoint;
        this.#patience?.news();
      })
      .finally(() => (this.#keeping = null));
    return this.#keeping;
  }

  /** Retires the worker that failed, and decides how the variant goes on. */
  #mend(error: unknown): void {
    const prepared = this.#prepared;
    this.#hand?.retire();
    this.#hand = null;
    this.#prepared = false;
    if (this.#abort.signal.aborted) return;
    const { variant } = this.record;
    const step = this.#checkpoint?.step ?? 0;
    const now = this.#context.now();
    const notice = this.#remedy.after({ variant, error, step, prepared, now });
    this.record.note(notice);
    if (notice.kind === 'variant-failed') this.#end('failed');
  }

  #end(status: VariantStatus): void {
    this.#hand?.retire();
    this.#hand = null;
    this.#phase = 'ended';
    this.#evaluating.splice(0).forEach((resolve) => resolve());
    this.record.status = status;
  }
}
