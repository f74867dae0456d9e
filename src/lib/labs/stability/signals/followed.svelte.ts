import { untrack } from 'svelte';
import type { AnswerOf, JobOf } from '#workers/asking.ts';
import type { Probes } from '#workers/stability/prober.ts';
import { Probing } from '../probing.svelte.ts';
import type { StabilityLab } from '../stability-lab.svelte.ts';

/** Probes whose news is the answer so far. */
type Streaming = 'signals' | 'recurrence';

/** Milliseconds for which a job must stand still before it is asked: a slider passes many. */
const settled = 150;

/**
 * A probe that is asked again whenever its job changes, and what to draw of it: the newest there is,
 * together with the job that it belongs to. Made while a component is set up.
 */
export class Followed<Name extends Streaming> {
  readonly #probing: Probing<Name>;
  #asked: JobOf<Probes, Name> | null = null;
  drawn = $state.raw<{ job: JobOf<Probes, Name>; answer: AnswerOf<Probes, Name> } | null>(null);

  /** `job` is read anew whenever what it reads changes, and only its value counts. */
  constructor(lab: StabilityLab, name: Name, job: () => JobOf<Probes, Name>) {
    this.#probing = new Probing(lab, name);
    const text = $derived(JSON.stringify(job()));
    $effect(() => {
      const next = JSON.parse(text) as JobOf<Probes, Name>;
      // What is shown is of another job, already while this one may still change.
      untrack(() => lab.reach('running'));
      const timer = setTimeout(() => {
        this.#asked = next;
        void this.#probing.ask(next);
      }, settled);
      return () => clearTimeout(timer);
    });
    $effect(() => {
      const news = this.#probing.news as AnswerOf<Probes, Name> | null;
      // News and answer come by different doors: news may be late, and then it is old.
      if (untrack(() => this.#probing.running)) this.#draw(news);
    });
    $effect(() => this.#draw(this.#probing.answer));
    $effect(() => () => this.#probing.dispose());
  }

  #draw(answer: AnswerOf<Probes, Name> | null): void {
    const job = this.#asked;
    if (answer && job) untrack(() => (this.drawn = { job, answer }));
  }

  get running(): boolean {
    return this.#probing.running;
  }

  /** What there is so far is the answer. */
  stop(): void {
    this.#probing.stop();
  }
}
