import { answering } from '../asking.ts';
import type { Memory } from '../network/host/memory.ts';
import { exposeReady } from '../ready.ts';
import { openProbingBackend } from '../stability/probing-backend.ts';
import { probes } from '../stability/index.ts';
import type { Prober } from '../stability/prober.ts';

/** The Comlink endpoint of the stability lab. */

let opened: Memory | null = null;

const prober: Prober = {
  async open(compute, wasmPaths) {
    const { memory, environment, instead } = await openProbingBackend(compute, wasmPaths);
    opened = memory;
    return { environment, instead };
  },
  ...answering(probes, () => {
    if (!opened) throw new Error('The prober was asked before it opened a backend.');
    return opened;
  }),
};

exposeReady(prober);
