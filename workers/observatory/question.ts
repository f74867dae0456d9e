import type { Study } from './study.ts';

/** How a long answer talks to the page while it is being computed. */
export interface Conversation<News> {
  /** Tells the page what there is so far; at most about ten times a second are worth the trouble. */
  tell(news: News): void;
  /**
   * Lets other questions be answered when it is time to. Resolves to false once nobody wants the
   * answer any more: then what there is so far is the answer.
   */
  goesOn(): Promise<boolean>;
}

/** One thing that can be asked of a study. Typed arrays in the answer are transferred, not copied. */
export type Question<Job, Answer, News = never> = (
  study: Study,
  job: Job,
  conversation: Conversation<News>,
) => Promise<Answer> | Answer;
