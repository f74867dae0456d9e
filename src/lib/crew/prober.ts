import type { Computing, Prober, Probes } from '#workers/stability/prober.ts';
import type { Compute } from '../experiment/stability/compute.ts';
import { deskOf, type Desk } from './desk.ts';
import { limits } from './limits.ts';
import { contextLost } from './mended.ts';
import { plainError } from './reason.ts';
import type { Factory } from './staff.ts';

/** Who answers the questions of the stability lab. */
export type ProberDesk = Desk<Probes>;

/**
 * A desk of one worker; a pool is several desks. `opened` is told what each of its workers computes
 * with. A WebGL context that is lost is opened anew once; after that the desk stays with WASM.
 */
export function proberDesk(
  factory: Factory,
  compute: Compute = { backend: 'auto', render: 'single' },
  opened: (computing: Computing) => void = () => undefined,
): ProberDesk {
  const losses: unknown[] = [];
  /** Several questions may fail with one worker. */
  let lostHere = false;
  const desk = deskOf<Probes, Prober>(
    () => factory.prober(),
    async (hand) => {
      lostHere = false;
      const lost = losses.length > 1;
      const asked: Compute = lost ? { ...compute, backend: 'wasm' } : compute;
      const computing = await hand.call(
        (prober) => prober.open(asked, factory.wasmPaths),
        limits.prepare,
      );
      opened(lost ? { ...computing, instead: plainError(losses[0]) } : computing);
    },
  );
  return {
    ask(question, job, options) {
      const answer = desk.ask(question, job, options);
      answer.catch((error: unknown) => {
        if (!contextLost(error) || lostHere) return;
        lostHere = true;
        losses.push(error);
      });
      return answer;
    },
    retire: () => desk.retire(),
  };
}
