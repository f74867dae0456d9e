import { untrack } from 'svelte';
import type { AskOptions } from '#lib/crew/hire/desk.ts';
import { reasonOf, type Reason } from '#lib/crew/hire/reason.ts';
import type { RunState } from '#lib/crew/run/types.ts';
import type { AnswerOf, JobOf, NewsOf } from '#workers/asking.ts';
import type { Probes } from '#workers/stability/prober.ts';
import { showing, type Exhibit } from './exhibit.ts';
import type { StabilityLab } from './stability-lab.svelte.ts';
import { steady } from './steady.ts';

/** An answer, or what there is of it so far, and the job that it is of. */
export interface Answered<Job, Answer> {
  job: Job;
  answer: Answer;
}

/** Milliseconds for which a job must stand still before it is asked: a slider passes many. */
const SETTLED = 150;

interface Question<Job, Answer> {
  /** The job; read again whenever the state that it reads changes. Only another value is another job. */
  job: () => Job;
  /** Resolves with the answer, or, once the signal aborts, with what there is of it. */
  ask: (job: Job, options: AskOptions<Answer>) => Promise<Answer>;
  /** Whether there is anything to draw in what has come so far. */
  drawable?: (answer: Answer) => boolean;
  /** What it leaves in the file: by default the whole answer that came last, with its job. */
  figures?: (drawn: Answered<Job, Answer> | null) => unknown;
  /** In milliseconds; 0 for a question that is answered in no time. */
  settled?: number;
}

/**
 * A question of a view, asked again whenever its job changes, the one before it ended; and what to draw
 * of it. Made while a component is set up, and gone with it.
 */
export class Inquiry<Job, Answer> implements Exhibit {
  readonly #question: Question<Job, Answer>;
  readonly #wanted: () => Job;
  #asked = $state.raw<Job | null>(null);
  #asking = $state(false);
  #abort: AbortController | null = null;
  /** The newest there is; it stays while the next job has nothing to draw yet. */
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

  /** Whether an answer is on its way, or about to be asked for: what is drawn may be of another job. */
  get running(): boolean {
    return this.#asking || this.#asked !== this.#wanted();
  }

  get phase(): RunState {
    if (this.running) return 'running';
    return this.#failed ? 'failed' : 'done';
  }

  /** Why there is no answer; null while one is on its way. */
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
      // News that comes later than the answer, or than the next question, is old.
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

  /** Ends it early: what there is so far is the answer. */
  stop(): void {
    this.#abort?.abort();
  }
}

/** An inquiry of one probe, on show under its name. Called while a view is set up. */
export function probing<Name extends keyof Probes>(
  lab: StabilityLab,
  name: Name,
  question: Omit<Question<JobOf<Probes, Name>, AnswerOf<Probes, Name>>, 'ask'>,
): Inquiry<JobOf<Probes, Name>, AnswerOf<Probes, Name>> {
  const inquiry = new Inquiry<JobOf<Probes, Name>, AnswerOf<Probes, Name>>({
    ...question,
    // Where a probe tells news, it is the answer so far.
    ask: (job, options) => lab.desks.ask(name, job, options as AskOptions<NewsOf<Probes, Name>>),
  });
  return showing(lab, name, inquiry);
}
