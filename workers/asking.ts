import { handOver } from './hand-over.ts';
import { breather, newsPace } from './pace.ts';

/** How a long answer talks to the page while it is being computed. */
export interface Conversation<News> {
  /**
   * Reports the answer so far to the page. `news` makes the report. It is called only when a report
   * is due, at most about ten times a second, or if the report `must` be made.
   */
  tell(news: () => News, must?: boolean): void;
  /**
   * Lets the worker see to other messages now and then. Resolves to false once nobody wants the
   * rest: then the answer is what there is so far.
   */
  goesOn(): Promise<boolean>;
}

/**
 * One thing that can be asked of a worker about what it holds. A question that takes long reports
 * what there is so far, and answers with that, early, once nobody wants the rest. Typed arrays in
 * the answer are transferred, not copied: no two answers may share one.
 */
export type Question<About, Job, Answer, News = never> = (
  about: About,
  job: Job,
  conversation: Conversation<News>,
) => Promise<Answer> | Answer;

/** A table of what can be asked of a worker: `about` is what the worker holds. */
export type Questions<About> = Record<string, Question<About, never, unknown>>;

type Ask<Table extends Questions<never>, Name extends keyof Table> = Parameters<Table[Name]>;
export type JobOf<Table extends Questions<never>, Name extends keyof Table> = Ask<Table, Name>[1];
export type AnswerOf<Table extends Questions<never>, Name extends keyof Table> = Awaited<
  ReturnType<Table[Name]>
>;
export type NewsOf<Table extends Questions<never>, Name extends keyof Table> =
  Ask<Table, Name> extends [unknown, unknown, Conversation<infer News>] ? News : never;

/**
 * A worker that answers the questions of a table; several may be under way at once. The answer to a
 * question comes after all news of it was received.
 */
export interface Answering<Table extends Questions<never>> {
  /** The caller chooses `id`, for `stop`; no two questions under way may share one. */
  ask<Name extends keyof Table & string>(
    id: number,
    question: Name,
    job: JobOf<Table, Name>,
    tell: (news: NewsOf<Table, Name>) => void | Promise<void>,
  ): Promise<AnswerOf<Table, Name>>;
  /** Ends a question early; what there is so far is its answer. */
  stop(id: number): Promise<void>;
}

/** Answers the questions of a table, each about what `about` gives when it is asked. */
export function answering<About, Table extends Questions<About>>(
  questions: Table,
  about: () => About,
): Answering<Table> {
  const wanted = new Set<number>();
  return {
    async ask(id, question, job, tell) {
      wanted.add(id);
      const breathe = breather();
      const pace = newsPace();
      let taken: void | Promise<void> = Promise.resolve();
      const conversation: Conversation<never> = {
        tell: (news, must) => pace(() => void (taken = tell(news())), must),
        async goesOn() {
          await breathe();
          return wanted.has(id);
        },
      };
      try {
        // The table pairs questions with jobs in its types; here a job is only passed on.
        const answer = await questions[question](about(), job as never, conversation);
        // News goes through a port of its own, and could come after the answer.
        await taken;
        return handOver(answer) as never;
      } finally {
        wanted.delete(id);
      }
    },
    stop: async (id) => void wanted.delete(id),
  };
}
