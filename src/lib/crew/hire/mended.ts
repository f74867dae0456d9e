import { limits } from './limits.ts';
import { contextLost, reasonOf, type ReasonKind } from './reason.ts';

/** `retired`: a worker goes with all its questions once one of them failed. */
const ofWorkers: readonly ReasonKind[] = ['not-opened', 'died', 'hung', 'retired'];

/** Whether a worker failed, rather than what it was asked: another one may well answer. */
function workersFault(error: unknown): boolean {
  return ofWorkers.includes(reasonOf(error).kind) || contextLost(error);
}

interface MendOptions {
  /** Once it is aborted nobody is asked again. */
  signal?: AbortSignal;
  /** Told why, before another worker is asked. */
  failed?: (error: unknown) => void;
}

/**
 * What `ask` resolves to, which is called anew where the worker failed, at most as often as a worker is
 * replaced. Rejects with the last error, at once where another worker would not help.
 */
export async function mended<Answer>(
  ask: () => Promise<Answer>,
  { signal, failed = () => undefined }: MendOptions = {},
): Promise<Answer> {
  for (let replaced = 0; ; replaced++) {
    try {
      return await ask();
    } catch (error) {
      const over = replaced === limits.replacements || signal?.aborted;
      if (over || !workersFault(error)) throw error;
      failed(error);
    }
  }
}
