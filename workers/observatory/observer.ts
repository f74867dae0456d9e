import type { Answering } from '../asking.ts';
import type { Environment } from '#lib/protocol/protocol.ts';
import type { questions } from './index.ts';
import type { StudyJob } from './study.ts';

/** The table of what can be asked, as a type. */
export type StudyQuestions = typeof questions;

/** Answers questions about a study. Made by `workers/observer.ts`. */
export interface Observer extends Answering<StudyQuestions> {
  /** Takes a study; must come before the questions. Resolves with where it computes. */
  hold(job: StudyJob): Promise<Environment>;
}
