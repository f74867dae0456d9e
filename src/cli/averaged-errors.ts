import { proxy } from 'comlink';
import type { Averager } from '#workers/protocol.ts';
import { hire } from '../lib/crew/hand.ts';
import { limits } from '../lib/crew/limits.ts';
import type { Factory } from '../lib/crew/staff.ts';
import type { Trained } from '../lib/crew/train.ts';

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
