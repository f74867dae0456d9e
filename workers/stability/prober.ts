import type { Answering } from '../asking.ts';
import type { Environment, WasmPaths } from '../protocol.ts';
import type { probes } from './index.ts';

/** The table of experiments, as a type. */
export type Probes = typeof probes;

/** Carries out the experiments of the stability lab. Made by `workers/prober.ts`. */
export interface Prober extends Answering<Probes> {
  /** Opens a backend; must come before the questions. Resolves with what it is. */
  open(wasmPaths: WasmPaths): Promise<Environment>;
}
