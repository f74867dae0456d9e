import type { Conversation } from '../asking.ts';
import type { Study } from './study.ts';

export type { Conversation };

/** One thing that can be asked of a study. Typed arrays in the answer are transferred, not copied. */
export type Question<Job, Answer, News = never> = (
  study: Study,
  job: Job,
  conversation: Conversation<News>,
) => Promise<Answer> | Answer;
