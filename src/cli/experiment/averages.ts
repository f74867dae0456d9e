import { proxy } from 'comlink';
import { averagerJob } from '#lib/crew/average/averager-job.ts';
import { hire } from '#lib/crew/hire/hand.ts';
import { limits } from '#lib/crew/hire/limits.ts';
import type { Factory } from '#lib/crew/hire/staff.ts';
import type { TrainJob } from '#lib/crew/run/train.ts';
import type { VariantName } from '#lib/experiment/experiment.ts';
import type { Averager, Band, Checkpoint } from '#lib/protocol/protocol.ts';
import type { Averages, Figures } from './record.ts';

/** Whether a variant has subnetworks that share weights, so that any number of them can be averaged. */
export function canAverage(variant: VariantName): boolean {
  return variant === 'dropout' || variant === 'shared-subnetworks';
}

/**
 * The averages over the subnetworks of what was trained, in a worker of their own: as many draws and
 * test examples as the experiment says. Rejects where the worker failed; aborting `signal` ends it.
 */
export async function averagesOf(
  factory: Factory,
  { experiment, data }: Pick<TrainJob, 'experiment' | 'data'>,
  checkpoint: Checkpoint,
  signal: AbortSignal,
): Promise<Averages> {
  // The worker ends with the averaging; the signal may outlive it.
  const abort = new AbortController();
  const ended = AbortSignal.any([signal, abort.signal]);
  try {
    const hand = await hire<Averager>(() => factory.averager(), limits.ready, ended);
    const { curve } = await hand.call(
      (averager, patience) =>
        averager.average(
          { ...averagerJob(experiment, data, checkpoint, factory.wasmPaths), train: null },
          proxy(() => patience.news()),
        ),
      limits.averaging,
    );
    return {
      draws: curve.drawn,
      examples: curve.examples,
      k: Array.from(curve.k),
      groups: Array.from(curve.groups),
      arithmetic: figures(curve.arithmetic),
      geometric: figures(curve.geometric),
      off: { error: finite(curve.off.error), loss: finite(curve.off.loss) },
    };
  } finally {
    abort.abort();
  }
}

function figures({ error, loss }: { error: Band; loss: Band }): Figures {
  return { error: Array.from(error.mean, finite), loss: Array.from(loss.mean, finite) };
}

/** A number for JSON, which has none that is not finite. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
