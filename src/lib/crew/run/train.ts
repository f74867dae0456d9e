import type { DataSet } from '#lib/data/dataset.ts';
import type { BackendName, Experiment, VariantName } from '#lib/experiment/experiment.ts';
import type { Checkpoint, Environment, Evaluation, Stop } from '#lib/protocol/protocol.ts';
import { withTrainer } from './solo.ts';
import type { Factory } from '../hire/staff.ts';

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
  /** `diverged`: no member was left to train; checkpoint and evaluations are from before that step. */
  stop: Exclude<Stop, 'paused'>;
  checkpoint: Checkpoint;
  evaluations: Evaluation[];
}

export interface TrainOptions {
  backend: BackendName;
  /** Aborting it ends the worker; the promise rejects. */
  signal?: AbortSignal;
  /** Whether `train` resolves or rejects if training diverged. Default: `reject`. */
  divergence?: 'return' | 'reject';
}

/**
 * Trains a job to its end in a worker of its own, without a live view: what a sweep over
 * experiments needs. Rejects if the worker fails (a `Crew` would replace it), and if the training
 * diverges, unless `divergence` is `return`.
 */
export async function train(
  factory: Factory,
  job: TrainJob,
  { backend, signal, divergence = 'reject' }: TrainOptions,
): Promise<Trained> {
  return withTrainer(factory, signal, async (trainer) => {
    const environment = await trainer.prepare({ ...job, backend });
    const { stop } = await trainer.train(Number.MAX_SAFE_INTEGER);
    if (stop === 'paused' || (stop === 'diverged' && divergence === 'reject')) {
      throw new Error(`${job.variant} ended early: ${stop}.`);
    }
    return {
      job,
      environment,
      stop,
      checkpoint: await trainer.checkpoint(),
      evaluations: await trainer.evaluate(),
    };
  });
}
