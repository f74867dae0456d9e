import { wrap, type Remote } from 'comlink';
import { Patience } from './patience.ts';
import { readyMessage } from '#lib/protocol/protocol.ts';
import type { HandFault } from './reason.ts';
import type { WorkerLike } from './staff.ts';

/** The worker itself failed, not what it was asked. The error's name is the kind of reason (`reason.ts`). */
export class HandError extends Error {
  override readonly name: HandFault;

  constructor(name: HandFault, message: string) {
    super(message);
    this.name = name;
  }
}

/**
 * One worker and its Comlink proxy, held as long as the worker lives (a proxy that is collected drops
 * replies, Comlink #692). Every call ends: in a value, in the error that the worker threw, or in a
 * `HandError` when the worker dies, hangs or is retired (Comlink #428 would wait for ever).
 */
export class Hand<T extends object> {
  readonly #worker: WorkerLike;
  readonly #remote: Remote<T>;
  readonly #waiting = new Set<(end: HandError) => void>();
  #end: HandError | null = null;

  constructor(worker: WorkerLike) {
    this.#worker = worker;
    this.#remote = wrap<T>(worker.endpoint);
    worker.onEnd((message, kind = 'died') => this.#finish(new HandError(kind, message)));
  }

  /** Calls the worker. It counts as hung, and is ended, after `limit` milliseconds without news. */
  call<R>(ask: (remote: Remote<T>, patience: Patience) => Promise<R>, limit: number): Promise<R> {
    return new Promise<R>((resolve, reject) => {
      if (this.#end) {
        reject(this.#end);
        return;
      }
      const seconds = Math.round(limit / 1_000);
      const patience = new Patience(limit, () =>
        this.#finish(new HandError('hung', `The worker gave no answer for ${seconds} s.`)),
      );
      const settle = () => {
        patience.end();
        this.#waiting.delete(fail);
      };
      const fail = (error: unknown) => {
        settle();
        reject(error instanceof Error ? error : new Error(String(error)));
      };
      this.#waiting.add(fail);
      try {
        ask(this.#remote, patience).then((value) => {
          settle();
          resolve(value);
        }, fail);
      } catch (error) {
        // Without this the patience would run out and end a worker that was never called.
        fail(error);
      }
    });
  }

  /** Waits for the first message of the worker: a call before it would be lost (Comlink #463). */
  async ready(limit: number): Promise<void> {
    const { endpoint } = this.#worker;
    let listen: ((event: Event) => void) | null = null;
    try {
      await this.call(
        () =>
          new Promise<void>((resolve) => {
            listen = (event) => {
              if ((event as MessageEvent).data === readyMessage) resolve();
            };
            endpoint.addEventListener('message', listen);
            endpoint.start?.();
          }),
        limit,
      );
    } finally {
      if (listen) endpoint.removeEventListener('message', listen);
    }
  }

  /** Ends the worker. Calls under way reject. */
  retire(): void {
    this.#finish(new HandError('retired', 'The worker was sent home.'));
  }

  #finish(end: HandError): void {
    if (this.#end) return;
    this.#end = end;
    this.#worker.terminate();
    for (const fail of [...this.#waiting]) fail(end);
  }
}

/** Opens a worker and waits until it is ready. Aborting `signal` ends the worker, at any time of its life. */
export async function hire<T extends object>(
  open: () => WorkerLike,
  limit: number,
  signal: AbortSignal,
): Promise<Hand<T>> {
  if (signal.aborted) throw new HandError('retired', 'The worker was not needed any more.');
  let worker: WorkerLike;
  try {
    worker = open();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new HandError('not-opened', `The worker could not be opened: ${why}`);
  }
  const hand = new Hand<T>(worker);
  signal.addEventListener('abort', () => hand.retire(), { once: true });
  await hand.ready(limit);
  return hand;
}
