import type { AnswerOf, JobOf, NewsOf } from '#workers/asking.ts';
import type { Probes } from '#workers/stability/prober.ts';
import { reasonOf, type Reason } from '#lib/crew/hire/reason.ts';
import type { StabilityLab } from './stability-lab.svelte.ts';

/**
 * One probe of the page: asked again whenever its job changes, the question before it ended. The page
 * shows how far it is, in `data-run`.
 */
export class Probing<Name extends keyof Probes> {
  readonly #lab: StabilityLab;
  readonly #probe: Name;
  readonly #unshow: () => void;
  /** The job that the answer is of. */
  #answered: JobOf<Probes, Name> | null = null;
  #abort: AbortController | null = null;
  /** What there is: the news until the answer has come. Stays while another one is on its way. */
  news = $state.raw<NewsOf<Probes, Name> | null>(null);
  answer = $state.raw<AnswerOf<Probes, Name> | null>(null);
  running = $state(false);
  /** Why there is no answer. */
  reason = $state.raw<Reason | null>(null);

  constructor(lab: StabilityLab, probe: Name) {
    this.#lab = lab;
    this.#probe = probe;
    this.#unshow = lab.shows(probe, () => ({ job: this.#answered, answer: this.answer }));
  }

  async ask(job: JobOf<Probes, Name>): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    const { signal } = abort;
    this.#abort = abort;
    this.running = true;
    this.reason = null;
    this.#lab.reach('running');
    try {
      const answer = await this.#lab.ask(this.#probe, job, {
        signal,
        tell: (news) => {
          if (!signal.aborted) this.news = news;
        },
      });
      if (this.#abort !== abort) return;
      this.answer = answer;
      this.#answered = job;
      this.running = false;
      this.#lab.reach('done');
    } catch (error) {
      if (this.#abort !== abort) return;
      this.running = false;
      this.reason = reasonOf(error);
      this.#lab.reach('failed', this.reason);
    }
  }

  /** Ends it early: what there is so far is the answer. */
  stop(): void {
    this.#abort?.abort();
  }

  /** Nobody looks any more. */
  dispose(): void {
    const abort = this.#abort;
    this.#abort = null;
    abort?.abort();
    this.#unshow();
  }
}
