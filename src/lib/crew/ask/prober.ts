import type { Computing, Prober, Probes } from '#workers/stability/prober.ts';
import { plainError, type PlainError } from '#lib/experiment/plain-error.ts';
import type { Compute } from '#lib/experiment/stability/compute.ts';
import { deskOf, type Desk } from '../hire/desk.ts';
import { limits } from '../hire/limits.ts';
import { LostContexts } from '../hire/lost-contexts.ts';
import { contextLost } from '../hire/reason.ts';
import type { Factory } from '../hire/staff.ts';

/** Who answers the questions of the stability lab. */
export type ProberDesk = Desk<Probes>;

/**
 * A desk with one worker; a pool is several desks. `opened` is called with what each worker of the
 * desk computes with. The first time that a WebGL context is lost, the next worker opens another
 * one; when that is lost soon after, the desk stays with WASM.
 */
export function proberDesk(
  factory: Factory,
  compute: Compute = { backend: 'auto', render: 'single' },
  opened: (computing: Computing) => void = () => undefined,
): ProberDesk {
  const contexts = new LostContexts(limits);
  /** Why the desk has turned to WASM; null while it may still ask for WebGL. */
  let gaveUp: PlainError | null = null;
  /** Whether the present worker's lost context was counted: several questions may fail with one worker. */
  let lostHere = false;
  const desk = deskOf<Probes, Prober>(
    () => factory.prober(),
    async (hand) => {
      lostHere = false;
      const asked: Compute = gaveUp ? { ...compute, backend: 'wasm' } : compute;
      const computing = await hand.call(
        (prober) => prober.open(asked, factory.wasmPaths),
        limits.prepare,
      );
      opened(gaveUp ? { ...computing, instead: gaveUp } : computing);
    },
  );
  return {
    ask(question, job, options) {
      const answer = desk.ask(question, job, options);
      answer.catch((error: unknown) => {
        if (!contextLost(error) || lostHere) return;
        lostHere = true;
        if (contexts.again(performance.now())) gaveUp = plainError(error);
      });
      return answer;
    },
    retire: () => desk.retire(),
  };
}
