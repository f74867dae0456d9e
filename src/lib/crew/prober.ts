import type { Prober, Probes } from '#workers/stability/prober.ts';
import { deskOf, type Desk } from './desk.ts';
import { limits } from './limits.ts';
import type { Factory } from './staff.ts';

/** Who answers the questions of the stability lab. */
export type ProberDesk = Desk<Probes>;

/** A desk of one worker; a pool is several desks. */
export function proberDesk(factory: Factory): ProberDesk {
  return deskOf<Probes, Prober>(
    () => factory.prober(),
    (hand) => hand.call((prober) => prober.open(factory.wasmPaths), limits.prepare),
  );
}
