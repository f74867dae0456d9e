import { proxy } from 'comlink';
import type { Averager, Checkpoint, Evaluation, Trainer } from '#workers/protocol.ts';
import type { DataSet } from '../lib/data/dataset.ts';
import type { Experiment, VariantName } from '../lib/experiment/experiment.ts';
import { hire } from '../lib/crew/hand.ts';
import { limits } from '../lib/crew/limits.ts';
import type { Factory } from '../lib/crew/staff.ts';

/** One variant of one experiment, to be trained to the end. */
export interface TrainJob {
  experiment: Experiment;
  variant: VariantName;
  data: DataSet;
}

/** What was trained, and what its estimators score. */
export interface Trained {
  job: TrainJob;
  checkpoint: Checkpoint;
  evaluations: Evaluation[];
}

/** Trains a job on WASM in a worker thread of its own. */
export async function train(factory: Factory, job: TrainJob): Promise<Trained> {
  const abort = new AbortController();
  const hand = await hire<Trainer>(() => factory.trainer(), limits.ready, abort.signal);
  const { wasmPaths } = factory;
  try {
    await hand.call(
      (trainer) => trainer.prepare({ ...job, backend: 'wasm', wasmPaths }),
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
    if (stop !== 'reached') throw new Error(`${job.variant} ended early: ${stop}.`);
    return {
      job,
      checkpoint: await hand.call((trainer) => trainer.checkpoint(), limits.call),
      evaluations: await hand.call((trainer) => trainer.evaluate(), limits.evaluate),
    };
  } finally {
    abort.abort();
  }
}

/** Test error of the arithmetic mean over k subnetworks of what was trained, for each of `ks`. */
export async function averagedErrors(
  factory: Factory,
  { job, checkpoint }: Trained,
  ks: readonly number[],
  draws: number,
): Promise<number[]> {
  const { data } = job;
  const examples = data.test.labels.length;
  const abort = new AbortController();
  const hand = await hire<Averager>(() => factory.averager(), limits.ready, abort.signal);
  try {
    const { curve } = await hand.call(
      (averager, patience) =>
        averager.average(
          {
            experiment: { ...job.experiment, averaging: { draws, examples } },
            checkpoint,
            inputs: data.inputs,
            classes: data.classes.length,
            test: data.test,
            train: null,
            wasmPaths: factory.wasmPaths,
          },
          proxy(() => patience.news()),
        ),
      limits.averaging,
    );
    return ks.map((k) => curve.arithmetic.error.mean[curve.k.indexOf(k)]);
  } finally {
    abort.abort();
  }
}
