import { key, streams } from '#lib/random/key.ts';
import type { SumsJob } from '#workers/stability/sums.ts';
import { reasonOf } from '#lib/crew/hire/reason.ts';
import type { StabilityLab } from '../stability-lab.svelte.ts';

/** Product and sum of the same numbers, repeat by repeat. */
export interface Repeats {
  job: SumsJob;
  /** log₁₀|∏ x| of each repeat, and Σ x of the same numbers. */
  products: Float64Array;
  sums: Float64Array;
}

/** Numbers in one question: what the answer holds stays below a few megabytes. */
const most = 50_000;

/**
 * Asks for the repeats. The probe tells its first run number by number: one long run of `runs · count`
 * numbers, cut into pieces, is so many repeats. What there is so far is shown as it comes.
 */
export class RepeatStudy {
  readonly #lab: StabilityLab;
  readonly #unshow: () => void;
  #abort: AbortController | null = null;
  shown = $state.raw<Repeats | null>(null);
  running = $state(false);

  constructor(lab: StabilityLab) {
    this.#lab = lab;
    this.#unshow = lab.shows('sums', () => this.shown);
  }

  async ask(job: SumsJob): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.running = true;
    this.#lab.reach('running');
    try {
      await this.#collect(job, abort.signal);
      if (this.#abort !== abort) return;
      this.running = false;
      this.#lab.reach('done');
    } catch (error) {
      if (this.#abort !== abort) return;
      this.running = false;
      this.#lab.reach('failed', reasonOf(error));
    }
  }

  async #collect(job: SumsJob, signal: AbortSignal): Promise<void> {
    const products = new Float64Array(job.runs);
    const sums = new Float64Array(job.runs);
    const piece = Math.max(1, Math.floor(most / job.count));
    for (let done = 0, question = 0; done < job.runs; question++) {
      const runs = Math.min(piece, job.runs - done);
      const answer = await this.#lab.ask(
        'sums',
        {
          ...job,
          count: runs * job.count,
          runs: 1,
          seed: key(job.seed, streams.factor, 1, question),
        },
        { signal },
      );
      // Ended early it may have no run at all.
      if (signal.aborted) return;
      for (let i = 0; i < runs; i++, done++) {
        const [from, to] = [i * job.count, (i + 1) * job.count];
        products[done] = answer.firstProduct[to] - answer.firstProduct[from];
        sums[done] = answer.firstSum[to] - answer.firstSum[from];
      }
      this.shown = { job, products: products.slice(0, done), sums: sums.slice(0, done) };
    }
  }

  /** Nobody looks any more. */
  dispose(): void {
    const abort = this.#abort;
    this.#abort = null;
    abort?.abort();
    this.#unshow();
  }
}
