import { addSums, type ExactProblem, type ExactSums } from '#lib/experiment/exact-sums.ts';
import type { Enumerator } from '#lib/protocol/protocol.ts';
import { hire, HandError, type Hand } from '../hire/hand.ts';
import { limits as usualLimits, type Limits } from '../hire/limits.ts';
import type { Factory } from '../hire/staff.ts';

export interface ExactOptions {
  /** Workers that share the chunks. */
  workers: number;
  /** Called after each chunk with the number of chunks done and of all chunks. */
  progress?: (done: number, chunks: number) => void;
  /** Aborting it ends the workers; the promise rejects. */
  signal?: AbortSignal;
  limits?: Partial<Limits>;
}

/**
 * The exact average over all subnetworks of a problem, its chunks shared by several workers: whoever is
 * free takes the next. The result is the same to the last bit for any number of workers. A worker that
 * fails is replaced and its chunk summed again. Rejects where more than 20 units can be dropped.
 */
export async function averageExactly(
  problem: ExactProblem,
  factory: Factory,
  { workers, progress = () => undefined, signal, limits: given }: ExactOptions,
): Promise<ExactSums> {
  const limits = { ...usualLimits, ...given };
  const abort = new AbortController();
  const end = () => abort.abort();
  signal?.addEventListener('abort', end, { once: true });
  if (signal?.aborted) end();

  const sums: ExactSums[] = [];
  let chunks = Number.POSITIVE_INFINITY;
  let next = 0;
  let done = 0;
  let failures = 0;
  const again: number[] = [];

  async function work(): Promise<void> {
    let hand: Hand<Enumerator> | null = null;
    let chunk: number | undefined;
    try {
      for (;;) {
        try {
          if (!hand) {
            hand = await hire<Enumerator>(() => factory.averager(), limits.ready, abort.signal);
            ({ chunks } = await hand.call((enumerator) => enumerator.hold(problem), limits.call));
          }
          chunk ??= again.pop() ?? (next < chunks ? next++ : undefined);
          if (chunk === undefined) return;
          const at = chunk;
          sums[at] = await hand.call((enumerator) => enumerator.sumChunk(at), limits.averaging);
          chunk = undefined;
          progress(++done, chunks);
        } catch (error) {
          hand?.retire();
          hand = null;
          const worth = error instanceof HandError && failures++ < limits.replacements;
          if (abort.signal.aborted || !worth) throw error;
        }
      }
    } finally {
      if (chunk !== undefined) again.push(chunk);
      hand?.retire();
    }
  }

  try {
    await Promise.all(Array.from({ length: Math.max(1, workers) }, work));
  } finally {
    end();
    signal?.removeEventListener('abort', end);
  }
  return addSums(sums);
}
