import type { ExactProblem } from '#lib/experiment/exact-sums.ts';
import { average } from '../averaging/average.ts';
import { openAveragingBackend } from '../averaging/averaging-backend.ts';
import { sumChunk } from '../averaging/exact/exact.ts';
import { planOf, type ExactPlan } from '../averaging/exact/plan.ts';
import type { Averager, Enumerator } from '#lib/protocol/protocol.ts';
import { handOver } from '../hand-over.ts';
import { exposeReady } from '../ready.ts';

/**
 * The Comlink endpoint that averages subnetworks over a snapshot of weights, so that averaging never
 * blocks training.
 */

let stopped = false;
let held: { problem: ExactProblem; plan: ExactPlan } | null = null;

const averager: Averager & Enumerator = {
  async average(job, report) {
    stopped = false;
    const { memory, environment } = await openAveragingBackend(job.wasmPaths);
    return handOver(await average(job, memory, environment.backend, report, () => stopped));
  },
  stop: async () => void (stopped = true),
  async hold(problem) {
    const plan = planOf(problem.sizes, problem.p);
    held = { problem, plan };
    return { chunks: plan.chunks, subnetworks: 2 ** plan.units };
  },
  async sumChunk(chunk) {
    if (!held) throw new Error('The averager was asked for a sum before it held a problem.');
    return handOver(sumChunk(held.problem, held.plan, chunk));
  },
};

exposeReady(averager);
