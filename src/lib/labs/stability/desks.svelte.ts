import { tick } from 'svelte';
import type { AskOptions } from '#lib/crew/hire/desk.ts';
import { limits } from '#lib/crew/hire/limits.ts';
import { mended } from '#lib/crew/hire/mended.ts';
import type { ProberDesk } from '#lib/crew/ask/prober.ts';
import { retire } from '#lib/crew/retire.ts';
import type { DataSet } from '#lib/data/dataset.ts';
import type { Compute } from '#lib/experiment/stability/compute.ts';
import type { StackSpec } from '#lib/experiment/stability/stack.ts';
import { dataSpecOf, type TrainingSpec } from '#lib/experiment/stability/training.ts';
import type { AnswerOf, JobOf, NewsOf } from '#workers/asking.ts';
import type { Computing, Probes } from '#workers/stability/prober.ts';
import type { ProberStaff } from './prober-staff.ts';

/** A network and the way it is trained. */
export interface TrainingSetup {
  stack: StackSpec;
  training: TrainingSpec;
}

/** The workers that compute for the page: one of its own, and more for what needs several. */
export class Desks {
  readonly #staff: ProberStaff;
  readonly #compute: () => Compute;
  #own: Promise<ProberDesk> | null = null;
  /** What the worker that was opened last computes with. */
  computing = $state.raw<Computing | null>(null);

  /** `compute` is read each time a worker is opened, and gives the backend for it. */
  constructor(staff: ProberStaff, compute: () => Compute) {
    this.#staff = staff;
    this.#compute = compute;
  }

  /** Opens another worker, which the caller has to retire. */
  another(): Promise<ProberDesk> {
    return this.#staff.desk(this.#compute(), (computing) => (this.computing = computing));
  }

  /** The page's own worker, opened on first use. */
  own(): Promise<ProberDesk> {
    return (this.#own ??= this.another());
  }

  /**
   * How many further workers are worth having at once. On WebGL each needs a context, the page's own
   * worker too, and browsers allow only a few.
   */
  async worthHaving(): Promise<number> {
    const cores = await this.#staff.cores();
    return this.#compute().backend === 'webgl' ? Math.min(cores, limits.webglHands - 1) : cores;
  }

  /** Draws the data set that a network is trained on. */
  data({ stack, training }: TrainingSetup, signal: AbortSignal): Promise<DataSet> {
    return this.#staff.data(dataSpecOf(training), stack.seed, signal);
  }

  /**
   * Asks the page's own worker and, if it fails, a new one; rejects with an Error if no worker was
   * able to answer.
   */
  ask<Name extends keyof Probes>(
    probe: Name,
    job: JobOf<Probes, Name>,
    options?: AskOptions<NewsOf<Probes, Name>>,
  ): Promise<AnswerOf<Probes, Name>> {
    return mended(
      (): Promise<AnswerOf<Probes, Name>> =>
        this.own().then((desk) => desk.ask(probe, job, options)),
      { signal: options?.signal },
    );
  }

  /**
   * Retires the page's own worker; the next question opens another. A view that still waits for an
   * answer has to be removed first, or it would report that its worker failed.
   */
  close(): void {
    const desk = this.#own;
    this.#own = null;
    this.computing = null;
    void tick().then(() => retire(desk));
  }
}
