import { proxy } from 'comlink';
import { droppableUnits } from '#lib/experiment/exact-sums.ts';
import type { VariantName } from '#lib/experiment/experiment.ts';
import type { Averager, AveragerJob, AveragingCurve, Checkpoint } from '#lib/protocol/protocol.ts';
import { averagerJob } from './averager-job.ts';
import { exactAverage, exactProblem } from './exact-average.ts';
import type { CrewContext } from '../hire/context.ts';
import { hire, HandError, type Hand } from '../hire/hand.ts';
import { fault, reasonOf } from '../hire/reason.ts';
import type { AveragingView } from './view.ts';

const nothing: AveragingView = {
  status: 'idle',
  curve: null,
  evaluations: [],
  exact: null,
  reason: null,
};

/** One averaging under way. */
interface Job {
  variant: VariantName;
  abort: AbortController;
  hand: Hand<Averager> | null;
}

/** Averages subnetworks in a worker of its own, over the weights of one moment; one variant at a time. */
export class Averaging {
  readonly #context: CrewContext;
  readonly #changed: (urgency: 'now' | 'soon') => void;
  #view: AveragingView = nothing;
  #job: Job | null = null;

  constructor(context: CrewContext, changed: (urgency: 'now' | 'soon') => void) {
    this.#context = context;
    this.#changed = changed;
  }

  get view(): AveragingView {
    return this.#view;
  }

  /** The variant that is being averaged. */
  get variant(): VariantName | null {
    return this.#job?.variant ?? null;
  }

  /** Averages a variant, and ends the averaging under way. Never rejects: what went wrong stands in `view`. */
  async start(variant: VariantName, snapshot: () => Promise<Checkpoint | null>): Promise<void> {
    this.dispose();
    const job: Job = { variant, abort: new AbortController(), hand: null };
    this.#job = job;
    const curve = this.#view.curve?.variant === variant ? this.#view.curve : null;
    this.#set({ ...nothing, status: 'running', curve }, 'now');
    try {
      const checkpoint = await snapshot();
      if (!checkpoint) throw fault('not-trained', 'The variant has not been trained yet.');
      const { curve, evaluations } = await this.#patiently(job, checkpoint);
      if (this.#job !== job) return;
      this.#set({ ...this.#view, curve, evaluations }, 'now');
      job.hand?.retire();
      job.hand = null;
      if (this.#view.status === 'running') await this.#exactly(job, checkpoint);
      if (this.#job !== job || this.#view.status !== 'running') return;
      this.#set({ ...this.#view, status: 'done' }, 'now');
    } catch (error) {
      if (this.#job !== job || this.#view.status === 'stopped') return;
      this.#set({ ...this.#view, status: 'failed', reason: reasonOf(error) }, 'now');
    } finally {
      job.hand?.retire();
      if (this.#job === job) this.#job = null;
    }
  }

  /** Ends the averaging; what was drawn so far stays. */
  stop(): void {
    const job = this.#job;
    if (!job || this.#view.status !== 'running') return;
    this.#set({ ...this.#view, status: 'stopped' }, 'now');
    if (!job.hand) {
      job.abort.abort();
      return;
    }
    // `average` then resolves to what was drawn. If the call fails, the last curve reported stays.
    job.hand
      .call((averager) => averager.stop(), this.#context.limits.call)
      .catch(() => job.abort.abort());
  }

  /** Ends the worker. */
  dispose(): void {
    const job = this.#job;
    this.#job = null;
    job?.abort.abort();
  }

  /** Replaces a worker that failed. The next one starts over: the same weights give the same draws. */
  async #patiently(job: Job, checkpoint: Checkpoint): ReturnType<Averager['average']> {
    const { limits } = this.#context;
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#average(job, checkpoint);
      } catch (error) {
        job.hand?.retire();
        job.hand = null;
        const failedItself = error instanceof HandError;
        const last = !failedItself || attempt >= limits.replacements;
        if (last || job.abort.signal.aborted || this.#view.status !== 'running') throw error;
      }
    }
  }

  async #average(job: Job, checkpoint: Checkpoint): ReturnType<Averager['average']> {
    const { factory, limits } = this.#context;
    const averagerJob = this.#jobOf(checkpoint);
    const hand = await hire<Averager>(() => factory.averager(), limits.ready, job.abort.signal);
    job.hand = hand;
    return hand.call(
      (averager, patience) =>
        averager.average(
          averagerJob,
          proxy((curve: AveragingCurve) => {
            if (this.#job !== job || job.hand !== hand) return;
            patience.news();
            this.#set({ ...this.#view, curve }, 'soon');
          }),
        ),
      limits.averaging,
    );
  }

  #jobOf(checkpoint: Checkpoint): AveragerJob {
    const { data, factory } = this.#context;
    return averagerJob(this.#context.experiment(), data, checkpoint, factory.wasmPaths);
  }

  /** Averages all subnetworks, where they are few enough. Resolves also where it was stopped before the end. */
  async #exactly(job: Job, checkpoint: Checkpoint): Promise<void> {
    const { factory, limits } = this.#context;
    const of = this.#jobOf(checkpoint);
    const problem = exactProblem(of);
    if (!problem) return;
    const subnetworks = 2 ** droppableUnits(problem.sizes, problem.p);
    const progress = (done: number, chunks: number) => {
      if (this.#job === job)
        this.#set({ ...this.#view, exact: { subnetworks, done, chunks, means: null } }, 'soon');
    };
    progress(0, 0);
    const { signal } = job.abort;
    const { means, evaluations } = await exactAverage(of, problem, factory, {
      progress,
      signal,
      limits,
    });
    if (this.#job !== job || !this.#view.exact) return;
    this.#set(
      {
        ...this.#view,
        exact: { ...this.#view.exact, means },
        evaluations: [...this.#view.evaluations, ...evaluations],
      },
      'now',
    );
  }

  #set(view: AveragingView, urgency: 'now' | 'soon'): void {
    this.#view = view;
    this.#changed(urgency);
  }
}
