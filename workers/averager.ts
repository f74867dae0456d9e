import { transfer } from 'comlink';
import { openBackend, type OpenBackend } from './backend.ts';
import type { ExactProblem } from '../src/lib/experiment/exact-sums.ts';
import { average } from './averaging/average.ts';
import { sumChunk } from './averaging/exact/exact.ts';
import { planOf, type ExactPlan } from './averaging/exact/plan.ts';
import type { Averager, Enumerator, WasmPaths } from './protocol.ts';
import { exposeReady } from './ready.ts';

/**
 * The Comlink endpoint that averages subnetworks over a snapshot of weights, so that averaging never
 * blocks training. Always on WASM, or CPU where that cannot be had: thinned networks are small, every
 * one has another shape, and a GPU would spend its time on setting up.
 */

let stopped = false;
let held: { problem: ExactProblem; plan: ExactPlan } | null = null;

async function open(wasmPaths: WasmPaths): Promise<OpenBackend> {
  try {
    return await openBackend('wasm', 'single', wasmPaths);
  } catch {
    return openBackend('cpu', 'single', wasmPaths);
  }
}

const averager: Averager & Enumerator = {
  async average(job, report) {
    stopped = false;
    const { memory, environment } = await open(job.wasmPaths);
    if (!memory) throw new Error('The averager has no memory to compute in.');
    const result = await average(job, memory, environment.backend, report, () => stopped);
    return transfer(
      result,
      result.evaluations.flatMap(({ testWrong, testLoss }) => [testWrong.buffer, testLoss.buffer]),
    );
  },
  stop: async () => void (stopped = true),
  async hold(problem) {
    const plan = planOf(problem.sizes, problem.p);
    held = { problem, plan };
    return { chunks: plan.chunks, subnetworks: 2 ** plan.units };
  },
  async sumChunk(chunk) {
    if (!held) throw new Error('The averager was asked for a sum before it held a problem.');
    const sums = sumChunk(held.problem, held.plan, chunk);
    return transfer(sums, [sums.arithmetic.buffer, sums.logarithmic.buffer]);
  },
};

exposeReady(averager);
