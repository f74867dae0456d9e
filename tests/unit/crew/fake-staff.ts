import { expose } from 'comlink';
import type { Factory, WorkerLike } from '#lib/crew/hire/staff.ts';
import type { BackendName, Change, VariantName } from '#lib/experiment/experiment.ts';
import {
  pointColumns,
  readyMessage,
  type Averager,
  type AveragerJob,
  type AveragingCurve,
  type Checkpoint,
  type Divergence,
  type Environment,
  type Evaluation,
  type Librarian,
  type Probe,
  type Progress,
  type Timing,
  type Trainer,
  type TrainerJob,
} from '#lib/protocol/protocol.ts';
import type { Theorist } from '#workers/theory/statement.ts';

/** What a fake worker does in place of training; tests overwrite what they are about. */
export interface World {
  probes: Partial<Record<BackendName, Probe>>;
  times: Partial<Record<BackendName, number>>;
  /** Before each step: may wait, throw, or end the worker. */
  beforeStep: (trainer: FakeTrainer) => void | Promise<void>;
  /** Before each call of a trainer but `train`. */
  beforeCall: (name: keyof Trainer, trainer: FakeTrainer) => void | Promise<void>;
  /** What an averager does between its two curves. */
  whileAveraging: (averager: FakeAverager) => void | Promise<void>;
  /** Whether a worker says that it is ready. */
  saysReady: boolean;
  trainers: FakeTrainer[];
  averagers: FakeAverager[];
  librarians: FakeWorker[];
  theorists: FakeWorker[];
  observers: FakeWorker[];
  probers: FakeWorker[];
  /** Everything that trainers were asked, in order. */
  log: string[];
}

export function world(): World {
  return {
    probes: {},
    times: {},
    beforeStep: () => undefined,
    beforeCall: () => undefined,
    whileAveraging: () => undefined,
    saysReady: true,
    trainers: [],
    averagers: [],
    librarians: [],
    theorists: [],
    observers: [],
    probers: [],
    log: [],
  };
}

/** A worker on the other end of a message channel. */
export class FakeWorker {
  alive = true;
  readonly #listeners: Parameters<WorkerLike['onEnd']>[0][] = [];
  readonly #channel = new MessageChannel();

  open(api: object, ready: boolean): WorkerLike {
    const { port1, port2 } = this.#channel;
    expose(api, port2);
    if (ready) port2.postMessage(readyMessage);
    return {
      endpoint: port1,
      onEnd: (listener) => this.#listeners.push(listener),
      terminate: () => {
        this.alive = false;
        port1.close();
        port2.close();
      },
    };
  }

  /** Ends as a worker does that threw outside of a call. */
  die(...why: Parameters<Parameters<WorkerLike['onEnd']>[0]>): void {
    this.#listeners.forEach((listener) => listener(...why));
  }
}

export const never = new Promise<never>(() => undefined);
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

export function environmentOf(backend: BackendName): Environment {
  const renderer = backend === 'webgl' ? 'A graphics card' : '';
  return { backend, renderer, hardware: backend === 'webgl', floatBits: 32, tfjs: '4.22.0' };
}

/** Trains nothing, a step a turn of the event loop. Its weights are its step. */
export class FakeTrainer extends FakeWorker implements Trainer {
  readonly world: World;
  job: TrainerJob | null = null;
  prepared = false;
  changes: Change[] = [];
  step = 0;
  divergences: Divergence[] = [];
  /** Lets `train` come back with `diverged`. */
  diverged = false;
  #pausing = false;

  constructor(world: World) {
    super();
    this.world = world;
  }

  get variant(): VariantName | null {
    return this.job?.variant ?? null;
  }

  async probe(names: BackendName[]): Promise<Probe[]> {
    await this.#called('probe');
    return names.map(
      (backend) =>
        this.world.probes[backend] ?? {
          backend,
          available: true,
          environment: environmentOf(backend),
        },
    );
  }

  async time(job: TrainerJob): Promise<Timing> {
    this.job = job;
    await this.#called('time');
    return { backend: job.backend, millisecondsPerStep: this.world.times[job.backend] ?? NaN };
  }

  async prepare(job: TrainerJob): Promise<Environment> {
    this.job = job;
    this.prepared = true;
    await this.#called('prepare');
    this.changes = job.experiment.changes;
    this.step = job.checkpoint?.step ?? 0;
    return environmentOf(job.backend);
  }

  async train(until: number, report: (progress: Progress) => void) {
    this.world.log.push(`${this.variant} train ${this.step}-${until}`);
    this.#pausing = false;
    while (this.step < until) {
      await turn();
      if (this.#pausing) return { stop: 'paused' as const, step: this.step };
      await this.world.beforeStep(this);
      if (this.#pausing) return { stop: 'paused' as const, step: this.step };
      if (this.diverged) return { stop: 'diverged' as const, step: this.step };
      this.step++;
      report(this.#progress(until));
    }
    return { stop: 'reached' as const, step: this.step };
  }

  async pause(): Promise<void> {
    await this.#called('pause');
    this.#pausing = true;
    this.onPause();
  }

  /** Lets a `beforeStep` that waits know of a pause. */
  onPause: () => void = () => undefined;

  async setChanges(changes: Change[]): Promise<void> {
    await this.#called('setChanges');
    this.changes = changes;
  }

  async checkpoint(): Promise<Checkpoint> {
    await this.#called('checkpoint');
    const parameters = new Float32Array([this.step]);
    return { variant: this.variant!, step: this.step, parameters, moments: [], stopped: [] };
  }

  async evaluate(): Promise<Evaluation[]> {
    await this.#called('evaluate');
    return [evaluation(this.variant!, this.step)];
  }

  async loseContext(): Promise<boolean> {
    return true;
  }

  async #called(name: keyof Trainer): Promise<void> {
    this.world.log.push(`${this.variant ?? 'scout'} ${name}`);
    await this.world.beforeCall(name, this);
  }

  #progress(until: number): Progress {
    const points = new Float64Array(pointColumns.length).fill(1 / this.step);
    points[0] = this.step;
    const { step, divergences } = this;
    return { step, steps: until, stepsPerSecond: 10, secondsLeft: 1, points, divergences };
  }
}

function evaluation(variant: VariantName, step: number): Evaluation {
  return {
    variant,
    estimator: 'off',
    k: 1,
    step,
    trainError: 0,
    trainLoss: 0,
    testWrong: new Uint8Array(2),
    testLoss: new Float32Array(2),
  };
}

export class FakeAverager extends FakeWorker implements Averager {
  readonly #world: World;
  job: AveragerJob | null = null;
  stopped = false;

  constructor(world: World) {
    super();
    this.#world = world;
  }

  async average(job: AveragerJob, report: (curve: AveragingCurve) => void) {
    this.job = job;
    report(this.#curve(1));
    await this.#world.whileAveraging(this);
    const evaluations = [evaluation(job.checkpoint.variant, job.checkpoint.step)];
    return { curve: this.#curve(this.stopped ? 1 : 2), evaluations };
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.onStop();
  }

  onStop: () => void = () => undefined;

  #curve(drawn: number): AveragingCurve {
    const one = () => new Float64Array(1);
    const quantities = () => {
      const band = () => ({ mean: one(), low: one(), high: one() });
      return { error: band(), loss: band() };
    };
    return {
      variant: this.job!.checkpoint.variant,
      step: this.job!.checkpoint.step,
      drawn,
      draws: 2,
      examples: this.job!.test.labels.length,
      backend: 'wasm',
      k: new Int32Array(1),
      groups: new Int32Array(1),
      arithmetic: quantities(),
      geometric: quantities(),
      off: { error: 0, loss: 0 },
    };
  }
}

/** Opens fake workers of a world. */
export function fakeFactory(
  of: World,
  librarian?: Librarian,
  theorist?: Theorist,
  observer?: object,
  prober?: object,
): Factory {
  return {
    trainer() {
      const trainer = new FakeTrainer(of);
      of.trainers.push(trainer);
      return trainer.open(trainer, of.saysReady);
    },
    averager() {
      const averager = new FakeAverager(of);
      of.averagers.push(averager);
      return averager.open(averager, of.saysReady);
    },
    librarian() {
      const worker = new FakeWorker();
      of.librarians.push(worker);
      return worker.open(librarian ?? {}, of.saysReady);
    },
    theorist() {
      const worker = new FakeWorker();
      of.theorists.push(worker);
      return worker.open(theorist ?? {}, of.saysReady);
    },
    observer() {
      const worker = new FakeWorker();
      of.observers.push(worker);
      return worker.open(observer ?? {}, of.saysReady);
    },
    prober() {
      const worker = new FakeWorker();
      of.probers.push(worker);
      return worker.open(prober ?? {}, of.saysReady);
    },
    wasmPaths: { 'a.wasm': '/a.wasm' },
  };
}
