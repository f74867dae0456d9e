import { limits } from './limits.ts';
import { contextLost, handFaults, reasonOf } from './reason.ts';

/**
 * Whether the worker was at fault, not the question, so that another worker may well answer. A
 * question is `retired` when its worker was ended because another question failed.
 */
function workersFault(error: unknown): boolean {
  const { kind } = reasonOf(error);
  return handFaults.some((fault) => fault === kind) || contextLost(error);
}

interface MendOptions {
  /** Once it is aborted, no other worker is asked. */
  signal?: AbortSignal;
  /** Called with the error before another worker is asked. */
  failed?: (error: unknown) => void;
}

/**
 * Resolves to what `ask` resolves to. Where the worker failed, `ask` is called again, at most as often as
 * a worker is replaced. Rejects with the last error, and at once where another worker would not help.
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
