import type { AnswerOf, JobOf, NewsOf } from '#workers/asking.ts';
import type { StudyQuestions } from '#workers/observatory/observer.ts';
import { reasonOf, type Reason } from '#lib/crew/hire/reason.ts';
import type { Specimen } from './specimen.ts';

/** A question about a specimen, asked when this is made: its answer, its progress or its failure. */
export class Asked<Name extends keyof StudyQuestions> {
  readonly #abort = new AbortController();
  answer = $state.raw<AnswerOf<StudyQuestions, Name> | null>(null);
  /** The progress, of questions that report it. */
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

  /** Nobody wants the answer any more. */
  dispose(): void {
    this.#abort.abort();
  }
}
