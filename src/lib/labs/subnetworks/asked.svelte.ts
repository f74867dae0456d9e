import type { AnswerOf, JobOf, NewsOf } from '#workers/asking.ts';
import type { StudyQuestions } from '#workers/observatory/observer.ts';
import { reasonOf, type Reason } from '#lib/crew/hire/reason.ts';
import type { Specimen } from './specimen.ts';

/** A question about a specimen, asked on construction, with its answer, progress or failure. */
export class Asked<Name extends keyof StudyQuestions> {
  readonly #abort = new AbortController();
  answer = $state.raw<AnswerOf<StudyQuestions, Name> | null>(null);
  /** The latest progress; null for questions that report none. */
  news = $state.raw<NewsOf<StudyQuestions, Name> | null>(null);
  failure = $state.raw<Reason | null>(null);

  constructor(specimen: Specimen, question: Name, job: JobOf<StudyQuestions, Name>) {
    void this.#ask(specimen, question, job);
  }

  async #ask(specimen: Specimen, question: Name, job: JobOf<StudyQuestions, Name>): Promise<void> {
    const { signal } = this.#abort;
    const tell = (news: NewsOf<StudyQuestions, Name>) => (this.news = news);
    try {
      const answer = await specimen.ask(question, job, { tell, signal });
      if (!signal.aborted) this.answer = answer;
    } catch (error) {
      if (!signal.aborted) this.failure = reasonOf(error);
    }
  }

  /** Drops the question: its answer is no longer wanted. */
  dispose(): void {
    this.#abort.abort();
  }
}
