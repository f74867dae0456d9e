import { proxy } from 'comlink';
import type { DataSet } from '../data/dataset.ts';
import type { BackendName, Experiment, VariantName } from '../experiment/experiment.ts';
import type { Checkpoint, Environment, Evaluation, Stop, Trainer } from '#workers/protocol.ts';
import { hire } from './hand.ts';
import { limits } from './limits.ts';
import type { Factory } from './staff.ts';

/** One variant of one experiment, to be trained to the end. */
export interface TrainJob {
  experiment: Experiment;
  variant: VariantName;
  data: DataSet;
}

/** What was trained, and what its estimators score. */
export interface Trained {
  job: TrainJob;
  environment: Environment;
  /** `diverged`: no member was left to train; what follows is from before the step that did it. */
  stop: Exclude<Stop, 'paused'>;
  checkpoint: Checkpoint;
  evaluations: Evaluation[];
}

export interface TrainOptions {
  backend: BackendName;
  /** Aborting it ends the worker; the promise rejects. */
  signal?: AbortSignal;
  /** Whether training that diverged is an outcome like any other; absent, it rejects. */
  divergence?: 'return' | 'reject';
}

/**
 * Trains a job to its end in a worker of its own, without a live view: what a sweep over experiments
 * needs. Rejects where the worker failed, and where the training diverged unless that was asked for;
 * `createRun` is what mends workers.
 */
export async function train(
  factory: Factory,
  job: TrainJob,
  { backend, signal, divergence = 'reject' }: TrainOptions,
): Promise<Trained> {
  const abort = new AbortController();
  const end = () => abort.abort();
  signal?.addEventListener('abort', end, { once: true });
  if (signal?.aborted) end();
  try {
    const hand = await hire<Trainer>(() => factory.trainer(), limits.ready, abort.signal);
    const { wasmPaths } = factory;
    const environment = await hand.call(
      (trainer) => trainer.prepare({ ...job, backend, wasmPaths }),
      limits.prepare,
    );
    const all = Number.MAX_SAFE_INTEGER;
    const { stop } = await hand.call(
      (trainer, patience) =>
        trainer.train(
          all,
          proxy(() => patience.news()),
        ),
      limits.news,
    );
    if (stop === 'paused' || (stop === 'diverged' && divergence === 'reject')) {
      throw new Error(`${job.variant} ended early: ${stop}.`);
    }
    return {
      job,
      environment,
      stop,
      checkpoint: await hand.call((trainer) => trainer.checkpoint(), limits.call),
      evaluations: await hand.call((trainer) => trainer.evaluate(), limits.evaluate),
    };
  } finally {
    signal?.removeEventListener('abort', end);
    end();
  }
}
