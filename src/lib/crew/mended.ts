import { limits } from './limits.ts';
import { reasonOf, type ReasonKind } from './reason.ts';

const ofWorkers: readonly ReasonKind[] = ['not-opened', 'died', 'hung', 'retired'];

/** Whether a worker failed, rather than what it was asked: another one may well answer. */
function workersFault(error: unknown): boolean {
  return ofWorkers.includes(reasonOf(error).kind) || contextLost(error);
}

/** Whether a WebGL context was lost on the way. */
export function contextLost(error: unknown): boolean {
  return reasonOf(error).detail.startsWith('context-lost');
}

/**
 * What `ask` resolves to, which is called anew where the worker failed, at most as often as a worker is
 * replaced; `failed` is told why before. Rejects with the last error, at once where another worker would
 * not help.
 */
export async function mended<Answer>(
  ask: () => Promise<Answer>,
  failed: (error: unknown) => void = () => undefined,
): Promise<Answer> {
  for (let replaced = 0; ; replaced++) {
    try {
      return await ask();
    } catch (error) {
      if (replaced === limits.replacements || !workersFault(error)) throw error;
      failed(error);
    }
  }
}
