import { proxy } from 'comlink';
import type { Answering, AnswerOf, JobOf, NewsOf, Questions } from '#workers/asking.ts';
import { hire, type Hand } from './hand.ts';
import { limits } from './limits.ts';
import { retire } from '../retire.ts';
import type { WorkerLike } from './staff.ts';

export interface AskOptions<News> {
  /** Called with the answer so far, by questions that report it. */
  tell?: (news: News) => void;
  /** Aborting it ends the question early: `ask` then resolves with the answer so far. */
  signal?: AbortSignal;
}

/** Takes questions to a worker, which answers them off the main thread. */
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
 * A desk with one worker, which the first question opens; after it failed, the next question opens
 * another. `prepare` is what a worker is told before its first question.
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

  /** Retires a worker with whom a question failed, even where the worker itself is well: another one is cheap. */
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
          // Comlink's types lose track of which job and answer belong to a question.
          return (remote as unknown as Answering<Table>).ask(id, question, job, proxy(heard));
        }, limits.averaging);
        const stop = () =>
          void worker
            .call((remote) => (remote as unknown as Answering<Table>).stop(id), limits.call)
            .catch(() => undefined);
        if (signal?.aborted) stop();
        signal?.addEventListener('abort', stop, { once: true });
        try {
          // TypeScript does not take `Promise<Awaited<A>>` for `Promise<A>` while A is not known.
          return (await answer) as AnswerOf<Table, Name>;
        } finally {
          signal?.removeEventListener('abort', stop);
        }
      } catch (error) {
        // The worker did not fail, it was retired: the question may not be asked again.
        if (home.signal.aborted) throw new DOMException('The desk was closed.', 'AbortError');
        forget(asked);
        throw error;
      }
    },
    retire: () => home.abort(),
  };
}
