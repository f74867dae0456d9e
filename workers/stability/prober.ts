import type { Compute } from '#lib/experiment/stability/compute.ts';
import type { Answering } from '../asking.ts';
import type { WasmPaths } from '#lib/protocol/protocol.ts';
import type { ProbingBackend } from './probing-backend.ts';
import type { probes } from './index.ts';

/** The table of experiments, as a type. */
export type Probes = typeof probes;

/** What a prober computes with, and the reason if that is not what was asked for. */
export type Computing = Omit<ProbingBackend, 'memory'>;

/** Carries out the experiments of the stability lab. Made by `workers/prober.ts`. */
export interface Prober extends Answering<Probes> {
  /** Opens a backend; must come before the questions. */
  open(compute: Compute, wasmPaths: WasmPaths): Promise<Computing>;
}
