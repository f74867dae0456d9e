import type { BackendName, VariantName } from '#lib/experiment/experiment.ts';
import { HandError } from '../hire/hand.ts';
import type { Limits } from '../hire/limits.ts';
import { LostContexts } from '../hire/lost-contexts.ts';
import { contextLost, reasonOf } from '../hire/reason.ts';
import type { Notice } from './types.ts';

/** A worker that failed, and what is known of it. */
export interface FailedWorker {
  /** The variant that the worker trained. */
  variant: VariantName;
  error: unknown;
  /** The step of the checkpoint to go on from. */
  step: number;
  /** Whether the worker had built its network. */
  prepared: boolean;
  /** Milliseconds. */
  now: number;
}

/**
 * Decides how a variant goes on when its worker failed: with another worker, on another backend, or,
 * after so many replacements, not at all. Remembers what failed before.
 */
export class Remedy {
  /** Where the next worker computes. */
  backend: BackendName;
  #replacements = 0;
  readonly #lost: LostContexts;
  readonly #limits: Limits;

  constructor(backend: BackendName, limits: Limits) {
    this.backend = backend;
    this.#limits = limits;
    this.#lost = new LostContexts(limits);
  }

  /** What to tell the person. After `variant-failed` the variant does not go on. */
  after({ variant, error, step, prepared, now }: FailedWorker): Notice {
    const reason = reasonOf(error);
    if (contextLost(error)) {
      if (this.#lost.again(now)) this.backend = 'wasm';
      return { kind: 'context-lost', variant, step, to: this.backend };
    }
    // The worker is well, but gets no WebGL: another worker would not get it either.
    if (this.backend === 'webgl' && !prepared && !(error instanceof HandError)) {
      this.backend = 'wasm';
      return this.#lost.any
        ? { kind: 'context-lost', variant, step, to: 'wasm' }
        : { kind: 'backend-fallback', from: 'webgl', to: 'wasm', reason };
    }
    const attempt = ++this.#replacements;
    return attempt > this.#limits.replacements
      ? { kind: 'variant-failed', variant, reason }
      : { kind: 'worker-replaced', variant, step, reason, attempt };
  }
}
