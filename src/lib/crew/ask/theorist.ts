import type { StatementId } from '#lib/experiment/theory.ts';
import type { Outcome, Theorist } from '#workers/theory/statement.ts';
import { hire, type Hand } from '../hire/hand.ts';
import { limits } from '../hire/limits.ts';
import type { Factory } from '../hire/staff.ts';
import { retire } from '../retire.ts';

/** Who computes statements of the theory, off the main thread. */
export interface TheoryDesk {
  /** Ask one at a time: they share a worker. Rejects with an Error where the worker fails. */
  compute(id: StatementId, parameters: Record<string, number>, seed: number): Promise<Outcome>;
  retire(): void;
}

/** A desk with one worker, which the first question opens; after it failed, the next question opens another. */
export function theoryDesk(factory: Factory): TheoryDesk {
  const home = new AbortController();
  let hand: Promise<Hand<Theorist>> | null = null;
  return {
    async compute(id, parameters, seed) {
      hand ??= hire<Theorist>(() => factory.theorist(), limits.ready, home.signal);
      const asked = hand;
      try {
        return await (
          await asked
        ).call((theorist) => theorist.compute(id, parameters, seed), limits.call);
      } catch (error) {
        if (hand === asked) hand = null;
        retire(asked);
        throw error;
      }
    },
    retire: () => home.abort(),
  };
}
