import type { Remote } from 'comlink';
import type { BackendName, Experiment, VariantName } from '#lib/experiment/experiment.ts';
import { plainError } from '#lib/experiment/plain-error.ts';
import type { Environment, PlainError, Probe, Timing, Trainer } from '#lib/protocol/protocol.ts';
import type { CrewContext } from '../hire/context.ts';
import { hire, HandError, type Hand } from '../hire/hand.ts';
import { fault, reasonOf, type Reason } from '../hire/reason.ts';
import type { Notice } from './types.ts';

/** Where a run computes, and what a person should know about how that was chosen. */
export interface BackendChosen {
  environment: Environment;
  timings: Timing[];
  notices: Notice[];
}

/** The variants by the work of a step, the slowest first. */
const bySlowness: readonly VariantName[] = [
  'full-ensemble',
  'subnetworks',
  'shared-subnetworks',
  'dropout',
  'input-noise',
  'weight-decay',
  'single',
];

const inOrder: readonly BackendName[] = ['webgl', 'wasm', 'cpu'];

/**
 * Chooses the backend of a run with scouts: workers that only try backends. A backend that is not needed is
 * not tried, since trying it fetches its code. Rejects with a `no-backend` fault where none can be had, and
 * with the `HandError` of the worker where there is none to try with.
 */
export async function chooseBackend(
  context: CrewContext,
  signal: AbortSignal,
): Promise<BackendChosen> {
  const scouts = new Scouts(context, signal);
  const { backend } = context.experiment();
  try {
    return backend === 'auto' ? await fastest(scouts) : await firstOf(backend, scouts);
  } finally {
    scouts.retire();
  }
}

/** The backend asked for, or the next one in order that is available. */
async function firstOf(
  asked: Exclude<Experiment['backend'], 'auto'>,
  scouts: Scouts,
): Promise<BackendChosen> {
  const wanted = asked === 'default' ? 'webgl' : asked;
  let reason: Reason | null = null;
  for (const backend of inOrder.slice(inOrder.indexOf(wanted))) {
    const probe = await scouts.probe(backend);
    if (!probe.available) {
      reason ??= reasonOf(probe.reason);
    } else if (backend === 'webgl' && asked === 'default' && !probe.environment.hardware) {
      reason = { kind: 'software-renderer', detail: probe.environment.renderer };
    } else {
      const notices: Notice[] = reason
        ? [{ kind: 'backend-fallback', from: wanted, to: backend, reason }]
        : [];
      return { environment: probe.environment, timings: [], notices };
    }
  }
  throw noBackend(reason?.detail);
}

/** The backend on which a step of the slowest variant took least time. */
async function fastest(scouts: Scouts): Promise<BackendChosen> {
  const timings: Timing[] = [];
  let best: { environment: Environment; time: number } | null = null;
  for (const backend of inOrder) {
    const probe = await scouts.probe(backend);
    const timing: Timing = probe.available
      ? await scouts.time(backend)
      : { backend, millisecondsPerStep: NaN, reason: probe.reason };
    timings.push(timing);
    const time = timing.millisecondsPerStep;
    if (probe.available && time < (best?.time ?? Infinity)) {
      best = { environment: probe.environment, time };
    }
  }
  if (best) return { environment: best.environment, timings, notices: [] };
  throw noBackend(timings[0].reason?.message);
}

/** The error that no backend can be had; `why` is the message of the first one that was tried. */
function noBackend(why = 'No step could be timed.'): Error {
  return fault('no-backend', why);
}

/** Tries backends in one worker, which is replaced where it dies over one of them. */
class Scouts {
  readonly #context: CrewContext;
  readonly #signal: AbortSignal;
  #hand: Hand<Trainer> | null = null;

  constructor(context: CrewContext, signal: AbortSignal) {
    this.#context = context;
    this.#signal = signal;
  }

  probe(backend: BackendName): Promise<Probe> {
    const { factory, experiment } = this.#context;
    const { precision } = experiment();
    return this.#ask<Probe>(
      async (trainer) => (await trainer.probe([backend], precision, factory.wasmPaths))[0],
      (reason) => ({ backend, available: false, reason }),
    );
  }

  time(backend: BackendName): Promise<Timing> {
    const { data, factory } = this.#context;
    const experiment = this.#context.experiment();
    const variant = bySlowness.find((name) => experiment.variants.includes(name))!;
    const job = { experiment, variant, data, backend, wasmPaths: factory.wasmPaths };
    return this.#ask<Timing>(
      (trainer) => trainer.time(job),
      (reason) => ({ backend, millisecondsPerStep: NaN, reason }),
    );
  }

  retire(): void {
    this.#hand?.retire();
    this.#hand = null;
  }

  /**
   * Asks a scout. One that is lost says nothing of the backend, so that another one is asked once more;
   * `without` makes the answer where that one is lost, too, or where the backend failed. Rejects where
   * there is no scout to ask, since the other backends would have none either, and where the choice was
   * aborted.
   */
  async #ask<Answer>(
    question: (trainer: Remote<Trainer>) => Promise<Answer>,
    without: (reason: PlainError) => Answer,
    again = true,
  ): Promise<Answer> {
    try {
      const hand = await this.#hire();
      return await hand.call(question, this.#context.limits.prepare);
    } catch (error) {
      this.retire();
      if (this.#signal.aborted) throw error;
      const lost = error instanceof HandError && error.name !== 'hung';
      if (lost && again) return this.#ask(question, without, false);
      if (lost && error.name !== 'died') throw error;
      return without(plainError(error));
    }
  }

  async #hire(): Promise<Hand<Trainer>> {
    const { factory, limits } = this.#context;
    this.#hand ??= await hire<Trainer>(() => factory.trainer(), limits.ready, this.#signal);
    return this.#hand;
  }
}
