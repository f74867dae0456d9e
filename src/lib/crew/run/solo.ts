import { proxy } from 'comlink';
import type {
  Checkpoint,
  Environment,
  Evaluation,
  Stop,
  Trainer,
  TrainerJob,
} from '#lib/protocol/protocol.ts';
import { hire } from '../hire/hand.ts';
import { limits } from '../hire/limits.ts';
import type { Factory } from '../hire/staff.ts';

/** A trainer without a live view: it measures no curves. Each call rejects where the worker fails. */
export interface Solo {
  /** Builds the network, from `checkpoint` where there is one. May be called again for another. */
  prepare(job: Omit<TrainerJob, 'wasmPaths' | 'live'>): Promise<Environment>;
  /** Trains until `step` steps are done in all. */
  train(step: number): Promise<{ stop: Stop; step: number }>;
  checkpoint(): Promise<Checkpoint>;
  evaluate(): Promise<Evaluation[]>;
}

/**
 * Hires a trainer, gives it to `use`, and retires it when `use` has ended. Aborting `signal` ends the
 * worker, and calls under way reject.
 */
export async function withTrainer<T>(
  factory: Factory,
  signal: AbortSignal | undefined,
  use: (trainer: Solo) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  const end = () => abort.abort();
  signal?.addEventListener('abort', end, { once: true });
  if (signal?.aborted) end();
  try {
    const hand = await hire<Trainer>(() => factory.trainer(), limits.ready, abort.signal);
    const { wasmPaths } = factory;
    return await use({
      prepare: (job) =>
        hand.call((trainer) => trainer.prepare({ ...job, wasmPaths, live: false }), limits.prepare),
      train: (step) =>
        hand.call(
          (trainer, patience) =>
            trainer.train(
              step,
              proxy(() => patience.news()),
            ),
          limits.news,
        ),
      checkpoint: () => hand.call((trainer) => trainer.checkpoint(), limits.call),
      evaluate: () => hand.call((trainer) => trainer.evaluate(), limits.evaluate),
    });
  } finally {
    signal?.removeEventListener('abort', end);
    end();
  }
}
