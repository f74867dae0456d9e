import { HandError } from '#lib/crew/hire/hand.ts';
import { limits } from '#lib/crew/hire/limits.ts';
import { withTrainer } from '#lib/crew/run/solo.ts';
import type { Factory } from '#lib/crew/hire/staff.ts';
import type { DataSet } from '#lib/data/dataset.ts';
import type { BackendName } from '#lib/experiment/experiment.ts';
import type { EstimatorResult } from '#lib/experiment/result.ts';
import { toEstimator } from '#lib/experiment/to-result.ts';
import type { Evaluation } from '#lib/protocol/protocol.ts';
import { averagesOf, canAverage } from './averages.ts';
import type { DataSets } from './data-sets.ts';
import { trainToBest, trainToEnd } from './early-stopping.ts';
import type { Unit } from './grid.ts';
import { heldOut } from './held-out.ts';
import type { Protocol } from './protocol.ts';
import type { UnitRecord } from './record.ts';
import { withTestNoise } from './test-noise.ts';

/** What measuring a unit needs. */
export interface Bench {
  factory: Factory;
  dataSets: DataSets;
  backend: BackendName;
  protocol: Protocol;
}

/**
 * Trains one unit and tests it as the protocol says, and averages its subnetworks where it has some.
 * Training that diverges is a result. Rejects where a worker failed again and again, or `signal` was
 * aborted.
 */
export async function measure(bench: Bench, unit: Unit, signal: AbortSignal): Promise<UnitRecord> {
  const begun = performance.now();
  const { experiment, variant } = unit;
  const { averages, ...wanted } = bench.protocol;
  const data = await bench.dataSets.of(experiment);
  const { checkpoint, ...tested } = await patiently(signal, () =>
    trainAndTest(bench, unit, data, wanted, signal),
  );
  // A mean over networks of which training diverged would say nothing.
  const averaged = averages && canAverage(variant) && tested.stop === 'reached';
  return {
    unit: unit.unit,
    cell: unit.cell,
    seed: unit.seed,
    variant,
    ...tested,
    averages: averaged
      ? await patiently(signal, () =>
          averagesOf(bench.factory, { experiment, data }, checkpoint, signal),
        )
      : null,
    seconds: Math.round(performance.now() - begun) / 1_000,
  };
}

/** What a trainer measured of a unit, and the weights that were measured. */
function trainAndTest(
  { factory, backend }: Bench,
  { experiment, variant }: Unit,
  data: DataSet,
  { holdout, earlyStopping, testNoise }: Omit<Protocol, 'averages'>,
  signal: AbortSignal,
) {
  const seed = experiment.seeds.data;
  const own = holdout > 0 ? heldOut(data, holdout, seed) : data;
  const job = { experiment, variant, data: own, backend };
  return withTrainer(factory, signal, async (trainer) => {
    const environment = await trainer.prepare(job);
    const { stop, checkpoint } = earlyStopping
      ? await trainToBest(trainer, experiment, own.train.labels.length)
      : await trainToEnd(trainer);
    const test = async (on: DataSet) => {
      await trainer.prepare({ ...job, data: on, checkpoint });
      return trainer.evaluate();
    };
    // The trainer still holds the last step's weights.
    const onOwn = earlyStopping ? await test(own) : await trainer.evaluate();
    const onTest = own === data ? onOwn : await test({ ...own, test: data.test });
    const noise: UnitRecord['noise'] = [];
    for (const deviation of testNoise) {
      const noisy = await test(withTestNoise(data, deviation, seed));
      noise.push({ deviation, estimators: noisy.map(withoutTraining) });
    }
    return {
      backend: environment.backend,
      stop,
      step: checkpoint.step,
      diverged: checkpoint.stopped,
      estimators: onTest.map(toEstimator),
      validation: own === data ? null : onOwn.map(toEstimator),
      noise,
      checkpoint,
    };
  });
}

/** Estimators tested on a data set that lacks the training rows. */
function withoutTraining(evaluation: Evaluation): EstimatorResult {
  return toEstimator({ ...evaluation, trainError: Number.NaN, trainLoss: Number.NaN });
}

/** Asks again where a worker died or hung: the same numbers come from a new one. */
async function patiently<T>(signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      const last = attempt >= limits.replacements;
      if (!(error instanceof HandError) || last || signal.aborted) throw error;
    }
  }
}
