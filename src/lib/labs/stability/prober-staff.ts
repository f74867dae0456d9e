import type { ProberDesk } from '#lib/crew/ask/prober.ts';
import type { DataSet } from '#lib/data/dataset.ts';
import type { DataSpec } from '#lib/experiment/experiment.ts';
import type { Compute } from '#lib/experiment/stability/compute.ts';
import type { Computing } from '#workers/stability/prober.ts';
import { lazyFactory, part } from '#lib/crew/hire/part.ts';

/**
 * What the stability page needs from the crew of workers. Passed in, so that tests can replace it.
 */
export interface ProberStaff {
  /** Opens a worker that answers questions; `opened` is called with what it computes with. */
  desk(compute: Compute, opened?: (computing: Computing) => void): Promise<ProberDesk>;
  /** Draws a data set off the main thread. */
  data(spec: DataSpec, seed: number, signal: AbortSignal): Promise<DataSet>;
  /** How many workers are worth having at once. */
  cores(): Promise<number>;
}

/** The crew, whose code is fetched when it is first needed. */
export function lazyProberStaff(): ProberStaff {
  return {
    async desk(compute, opened) {
      const [{ proberDesk }, hire] = await Promise.all([
        part(import('#lib/crew/ask/prober.ts')),
        lazyFactory(),
      ]);
      return proberDesk(hire, compute, opened);
    },
    async data(spec, seed, signal) {
      const [{ buildDataSet }, { preset }, hire] = await Promise.all([
        part(import('#lib/crew/ask/librarian.ts')),
        part(import('#lib/experiment/presets.ts')),
        lazyFactory(),
      ]);
      const usual = preset('noisy-digits');
      const experiment = { ...usual, data: spec, seeds: { ...usual.seeds, data: seed } };
      const outcome = await buildDataSet(experiment, [], hire, signal);
      if (!outcome.ok) throw new Error(`The data set could not be drawn: ${outcome.problem.kind}.`);
      return outcome.data;
    },
    cores: async () => (await part(import('#lib/crew/hire/cores.ts'))).cores(),
  };
}
