import { key, streams } from '#lib/random/key.ts';
import type { AskOptions } from '#lib/crew/hire/desk.ts';
import type { SumsJob } from '#workers/stability/sums/sums.ts';
import type { Desks } from '../desks.svelte.ts';

/** Product and sum of the same random numbers, for each repeat. */
export interface Repeats {
  job: SumsJob;
  /** log₁₀|∏ x| and Σ x of each repeat, `[repeats]`. */
  products: Float64Array;
  sums: Float64Array;
}

/** Numbers asked for in one question, so that its answer stays below a few megabytes. */
const most = 50_000;

/**
 * Asks for the repeats and reports those done so far. The probe returns running products and sums
 * of its first run, so each question is one long run of `runs · count` numbers, cut into repeats.
 */
export async function repeatsOf(
  desks: Desks,
  job: SumsJob,
  { signal, tell }: AskOptions<Repeats>,
): Promise<Repeats> {
  const products = new Float64Array(job.runs);
  const sums = new Float64Array(job.runs);
  const piece = Math.max(1, Math.floor(most / job.count));
  let done = 0;
  const soFar = () => ({ job, products: products.slice(0, done), sums: sums.slice(0, done) });
  for (let question = 0; done < job.runs; question++) {
    const runs = Math.min(piece, job.runs - done);
    const seed = key(job.seed, streams.factor, 1, question);
    const asked = { ...job, count: runs * job.count, runs: 1, seed };
    const answer = await desks.ask('sums', asked, { signal });
    // An aborted question may return without a complete run.
    if (signal?.aborted) break;
    for (let i = 0; i < runs; i++, done++) {
      const [from, to] = [i * job.count, (i + 1) * job.count];
      products[done] = answer.firstProduct[to] - answer.firstProduct[from];
      sums[done] = answer.firstSum[to] - answer.firstSum[from];
    }
    tell?.(soFar());
  }
  return soFar();
}
