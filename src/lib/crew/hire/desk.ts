import { proxy } from 'comlink';
import type { Answering, AnswerOf, JobOf, NewsOf, Questions } from '#workers/asking.ts';
import { hire, type Hand } from './hand.ts';
import { limits } from './limits.ts';
import { retire } from '../retire.ts';
import type { WorkerLike } from './staff.ts';

export interface AskOptions<News> {
  /** Told what there is so far, where the question tells it. */
  tell?: (news: News) => void;
  /** Aborting it ends the question early; it then resolves with what there is so far. */
  signal?: AbortSignal;
}

/** Where questions are asked that a worker answers, off the main thread. */
export interface Desk<Table extends Questions<never>> {
  /** Rejects with an Error where the question or the worker fails. */
  ask<Name extends keyof Table & string>(
    question: Name,
    job: JobOf<Table, Name>,
    options?: AskOptions<NewsOf<Table, Name>>,
  ): Promise<AnswerOf<Table, Name>>;
  /** Sends the worker home; questions under way and later ones reject with an `AbortError`. */
  retire(): void;
}

/**
 * One worker, opened with the first question, and anew with the next one after it failed. `prepare` is
 * what comes before the first question.
 */
export function deskOf<Table extends Questions<never>, Worker extends Answering<Table>>(
  open: () => WorkerLike,
  prepare: (hand: Hand<Worker>) => Promise<unknown> = async () => undefined,
): Desk<Table> {
  const home = new AbortController();
  let hand: Promise<Hand<Worker>> | null = null;
  let next = 0;

  async function hired(): Promise<Hand<Worker>> {
    const hand = await hire<Worker>(open, limits.ready, home.signal);
    await prepare(hand);
    return hand;
  }

  /** A question that was refused leaves a worker that is well, and it goes all the same: one is cheap. */
  function forget(failed: Promise<Hand<Worker>>): void {
    if (hand === failed) hand = null;
    retire(failed);
  }

  return {
    async ask<Name extends keyof Table & string>(
      question: Name,
      job: JobOf<Table, Name>,
      { tell, signal }: AskOptions<NewsOf<Table, Name>> = {},
    ): Promise<AnswerOf<Table, Name>> {
      const id = next++;
      const asked = (hand ??= hired());
      try {
        const worker = await asked;
        const answer = worker.call((remote, patience) => {
          const heard = (news: NewsOf<Table, Name>) => {
            patience.news();
            tell?.(news);
          };
          // Comlink's types lose that question, job and answer belong together.
          return (remote as unknown as Answering<Table>).ask(id, question, job, proxy(heard));
        }, limits.averaging);
        const stop = () =>
          void worker
            .call((remote) => (remote as unknown as Answering<Table>).stop(id), limits.call)
            .catch(() => undefined);
        if (signal?.aborted) stop();
        signal?.addEventListener('abort', stop, { once: true });
        try {
          // `Promise<Awaited<…>>` of a type that is not known yet is no promise of it to TypeScript.
          return (await answer) as AnswerOf<Table, Name>;
        } finally {
          signal?.removeEventListener('abort', stop);
        }
      } catch (error) {
        // Its worker was not lost: nobody may ask again.
        if (home.signal.aborted) throw new DOMException('The desk was closed.', 'AbortError');
        forget(asked);
        throw error;
      }
    },
    retire: () => home.abort(),
  };
}
