import type { Environment } from '../protocol.ts';
import type { questions } from './index.ts';
import type { Conversation } from './question.ts';
import type { StudyJob } from './study.ts';

type Questions = typeof questions;
export type QuestionName = keyof Questions;
export type JobOf<Name extends QuestionName> = Parameters<Questions[Name]>[1];
export type AnswerOf<Name extends QuestionName> = Awaited<ReturnType<Questions[Name]>>;
export type NewsOf<Name extends QuestionName> =
  Parameters<Questions[Name]> extends [unknown, unknown, Conversation<infer News>] ? News : never;

/** Answers questions about a study. Made by `workers/observer.ts`. */
export interface Observer {
  /** Takes a study; must come before the questions. Resolves with where it computes. */
  hold(job: StudyJob): Promise<Environment>;
  /** `id` is of the caller's choosing, for `stop`; no two questions under way may share one. */
  ask<Name extends QuestionName>(
    id: number,
    question: Name,
    job: JobOf<Name>,
    tell: (news: NewsOf<Name>) => void,
  ): Promise<AnswerOf<Name>>;
  /** Ends a question early; what there is so far is its answer. */
  stop(id: number): Promise<void>;
}
