import { transfer } from 'comlink';
import { buildDataSet } from '#lib/data/build.ts';
import type { DataSet } from '#lib/data/dataset.ts';
import { identifyAll } from '#lib/data/identify-all.ts';
import type { Librarian } from '#lib/protocol/protocol.ts';
import { exposeReady } from '../ready.ts';

/** The arrays of a data set, to be handed over rather than copied. */
function buffers({ train, test }: DataSet): ArrayBuffer[] {
  const arrays = [train.rows, train.labels, train.trueLabels, test.rows, test.labels];
  return [...new Set(arrays.map(({ buffer }) => buffer))];
}

const librarian: Librarian = {
  async build(experiment, files) {
    const outcome = await buildDataSet(experiment.data, experiment.seeds.data, files);
    return outcome.ok ? transfer(outcome, buffers(outcome.data)) : outcome;
  },
  identify: identifyAll,
};

exposeReady(librarian);
