import { buildDataSet } from '#lib/data/build.ts';
import { identifyAll } from '#lib/data/identify-all.ts';
import type { Librarian } from '#lib/protocol/protocol.ts';
import { handOver } from '../hand-over.ts';
import { exposeReady } from '../ready.ts';

const librarian: Librarian = {
  build: async (experiment, files) =>
    handOver(await buildDataSet(experiment.data, experiment.seeds.data, files)),
  identify: identifyAll,
};

exposeReady(librarian);
