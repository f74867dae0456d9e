import { untrack } from 'svelte';
import type { AskOptions } from '#lib/crew/hire/desk.ts';
import { reasonOf, type Reason } from '#lib/crew/hire/reason.ts';
import type { RunState } from '#lib/crew/run/types.ts';
import type { AnswerOf, JobOf, NewsOf } from '#workers/asking.ts';
import type { Probes } from '#workers/stability/prober.ts';
import { showing, type Exhibit } from './exhibit.ts';
import type { StabilityLab } from './stability-lab.svelte.ts';
import { steady } from './steady.ts';

/** A whole or partial answer, with the job that it answers. */
export interface Answered<Job, Answer> {
  job: Job;
  answer: Answer;
}

/** Milliseconds without a change before a job is asked for: a slider passes many values. */
const SETTLED = 150;

interface Question<Job, Answer> {
  /** The job, read again when the state it depends on changes; only a different value counts. */
  job: () => Job;
  /** Resolves with the answer or, once the signal aborts, with what there is of it so far. */
  ask: (job: Job, options: AskOptions<Answer>) => Promise<Answer>;
  /** Whether a partial answer already has something to draw. */
  drawable?: (answer: Answer) => boolean;
  /** Figures for the downloaded file; by default the last whole answer, with its job. */
  figures?: (drawn: Answered<Job, Answer> | null) => unknown;
  /** Milliseconds without a change before the job is asked for; 0 if the answer is immediate. */
  settled?: number;
}

/**
 * A question of a view, asked again whenever its job changes, and the newest answer to draw. A new
 * question ends the one before. Lives as long as the component that is being set up.
 */
export class Inquiry<Job, Answer> implements Exhibit {
  readonly #question: Question<Job, Answer>;
  readonly #wanted: () => Job;
  #asked = $state.raw<Job | null>(null);
  #asking = $state(false);
  #abort: AbortController | null = null;
  /** The newest answer with something to draw. It stays until the next job has something, too. */
  drawn = $state.raw<Answered<Job, Answer> | null>(null);
  #whole = $state.raw<Answered<Job, Answer> | null>(null);
  #failed = $state.raw<Reason | null>(null);

  constructor(question: Question<Job, Answer>) {
    this.#question = question;
    const job = $derived.by(steady(question.job));
    this.#wanted = () => job;
    $effect(() => {
      const next = job;
      const wait = untrack(() => this.drawn) ? (question.settled ?? SETTLED) : 0;
      const timer = setTimeout(() => void this.#ask(next), wait);
      return () => clearTimeout(timer);
    });
    $effect(() => () => {
      const abort = this.#abort;
      this.#abort = null;
      abort?.abort();
    });
  }

  /** Whether an answer is under way or about to be asked for; `drawn` may belong to another job. */
  get running(): boolean {
    return this.#asking || this.#asked !== this.#wanted();
  }

  get phase(): RunState {
    if (this.running) return 'running';
    return this.#failed ? 'failed' : 'done';
  }

  /** Why there is no answer; null while one is under way. */
  get reason(): Reason | null {
    return this.running ? null : this.#failed;
  }

  figures(): unknown {
    const { figures } = this.#question;
    if (figures) return figures(this.drawn);
    return { job: this.#whole?.job ?? null, answer: this.#whole?.answer ?? null };
  }

  async #ask(job: Job): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    const { signal } = abort;
    this.#abort = abort;
    this.#asked = job;
    this.#asking = true;
    this.#failed = null;
    const tell = (answer: Answer) => {
      // Drops news that arrives after the answer or after the next question.
      if (!signal.aborted && this.#asking && this.#abort === abort) this.#draw(job, answer);
    };
    try {
      const answer = await this.#question.ask(job, { signal, tell });
      if (this.#abort !== abort) return;
      this.#whole = { job, answer };
      this.#draw(job, answer);
    } catch (error) {
      if (this.#abort !== abort) return;
      this.#failed = reasonOf(error);
    }
    this.#asking = false;
  }

  #draw(job: Job, answer: Answer): void {
    if (this.#question.drawable?.(answer) ?? true) this.drawn = { job, answer };
  }

  /** Ends the question early: the answer is what there is so far. */
  stop(): void {
    this.#abort?.abort();
  }
}

/** Asks one probe and registers the inquiry as an exhibit. Call it while a view is set up. */
export function probing<Name extends keyof Probes>(
  lab: StabilityLab,
  name: Name,
  question: Omit<Question<JobOf<Probes, Name>, AnswerOf<Probes, Name>>, 'ask'>,
): Inquiry<JobOf<Probes, Name>, AnswerOf<Probes, Name>> {
  const inquiry = new Inquiry<JobOf<Probes, Name>, AnswerOf<Probes, Name>>({
    ...question,
    // The news of a probe, if it has any, is its answer so far.
    ask: (job, options) => lab.desks.ask(name, job, options as AskOptions<NewsOf<Probes, Name>>),
  });
  return showing(lab, name, inquiry);
}
