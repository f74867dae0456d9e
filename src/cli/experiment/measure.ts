import { HandError } from '../../lib/crew/hand.ts';
import { limits } from '../../lib/crew/limits.ts';
import type { Factory } from '../../lib/crew/staff.ts';
import { train } from '../../lib/crew/train.ts';
import type { BackendName } from '../../lib/experiment/experiment.ts';
import { toEstimator } from '../../lib/experiment/to-result.ts';
import { averagesOf, canAverage } from './averages.ts';
import type { DataSets } from './data-sets.ts';
import type { Unit } from './grid.ts';
import type { UnitRecord } from './record.ts';

/** What measuring a unit needs. */
export interface Bench {
  factory: Factory;
  dataSets: DataSets;
  backend: BackendName;
  /** Whether subnetworks are averaged. */
  averages: boolean;
}

/**
 * Trains one unit, tests it, and averages its subnetworks where it has some. Training that diverges is
 * a result. Rejects where a worker failed again and again, or `signal` was aborted.
 */
export async function measure(bench: Bench, unit: Unit, signal: AbortSignal): Promise<UnitRecord> {
  const begun = performance.now();
  const { factory, backend } = bench;
  const { experiment, variant } = unit;
  const data = await bench.dataSets.of(experiment);
  const trained = await patiently(signal, () =>
    train(factory, { experiment, variant, data }, { backend, signal, divergence: 'return' }),
  );
  const { stop, checkpoint, environment, evaluations } = trained;
  // A mean over networks that training has thrown away would say nothing.
  const averaged = bench.averages && canAverage(variant) && stop === 'reached';
  const averages = averaged
    ? await patiently(signal, () => averagesOf(factory, trained, signal))
    : null;
  return {
    unit: unit.unit,
    cell: unit.cell,
    seed: unit.seed,
    variant,
    backend: environment.backend,
    stop,
    step: checkpoint.step,
    diverged: checkpoint.stopped,
    estimators: evaluations.map(toEstimator),
    averages,
    seconds: Math.round(performance.now() - begun) / 1_000,
  };
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
