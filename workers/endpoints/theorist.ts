import { theory } from '../theory/index.ts';
import type { Theorist } from '../theory/statement.ts';
import { exposeReady } from '../ready.ts';

const theorist: Theorist = {
  // async, so that what it throws reaches the page as a rejection.
  compute: async (id, parameters, seed) => theory[id].compute(parameters, seed),
};

exposeReady(theorist);
