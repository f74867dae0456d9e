import { proxy } from 'comlink';
import type {
  AnswerOf,
  JobOf,
  NewsOf,
  Observer,
  QuestionName,
} from '#workers/observatory/observer.ts';
import type { StudyJob } from '#workers/observatory/study.ts';
import { hire, type Hand } from './hand.ts';
import { limits } from './limits.ts';
import type { Factory } from './staff.ts';

export interface AskOptions<Name extends QuestionName> {
  /** Told what there is so far, where the question tells it. */
  tell?: (news: NewsOf<Name>) => void;
  /** Aborting it ends the question early; it then resolves with what there is so far. */
  signal?: AbortSignal;
}

/** Who answers questions about what was trained, off the main thread. */
export interface ObserverDesk {
  /** Rejects with an Error where the question or the worker fails. */
  ask<Name extends QuestionName>(
    question: Name,
    job: JobOf<Name>,
    options?: AskOptions<Name>,
  ): Promise<AnswerOf<Name>>;
  retire(): void;
}

/** One worker that holds `study`, opened with the first question, and anew with the next after it failed. */
export function observerDesk(study: Omit<StudyJob, 'wasmPaths'>, factory: Factory): ObserverDesk {
  const home = new AbortController();
  let hand: Promise<Hand<Observer>> | null = null;
  let last = 0;

  async function open(): Promise<Hand<Observer>> {
    const hired = await hire<Observer>(() => factory.observer(), limits.ready, home.signal);
    const job = { ...study, wasmPaths: factory.wasmPaths };
    await hired.call((observer) => observer.hold(job), limits.prepare);
    return hired;
  }

  function forget(failed: Promise<Hand<Observer>>): void {
    if (hand === failed) hand = null;
    failed.then(
      (worker) => worker.retire(),
      () => undefined,
    );
  }

  return {
    async ask<Name extends QuestionName>(
      question: Name,
      job: JobOf<Name>,
      { tell, signal }: AskOptions<Name> = {},
    ): Promise<AnswerOf<Name>> {
      const id = last++;
      const asked = (hand ??= open());
      try {
        const worker = await asked;
        const stop = () =>
          void worker.call((observer) => observer.stop(id), limits.call).catch(() => undefined);
        signal?.addEventListener('abort', stop, { once: true });
        try {
          const answer = worker.call((observer, patience) => {
            // Comlink's types lose that question, job and answer belong together.
            const ask = observer.ask as unknown as Observer['ask'];
            return ask(
              id,
              question,
              job,
              proxy((news: NewsOf<Name>) => {
                patience.news();
                tell?.(news);
              }),
            );
          }, limits.averaging);
          if (signal?.aborted) stop();
          return (await answer) as AnswerOf<Name>;
        } finally {
          signal?.removeEventListener('abort', stop);
        }
      } catch (error) {
        // A question that was refused leaves a worker that is well, and it goes all the same: it is
        // cheap to open, and what it holds is not lost.
        forget(asked);
        throw error;
      }
    },
    retire: () => home.abort(),
  };
}
