import type { Change, Experiment, VariantName } from '#lib/experiment/experiment.ts';
import type {
  Divergence,
  Environment,
  Evaluation,
  PointColumn,
  Timing,
} from '#lib/protocol/protocol.ts';
import type { AveragingView } from '../average/view.ts';
import type { Reason } from '../hire/reason.ts';

/** What the page sees of a run. `run.svelte.ts` makes it reactive; charts and table only read it. */

export type RunState = 'idle' | 'starting' | 'running' | 'paused' | 'done' | 'failed';

export type VariantStatus =
  'waiting' | 'queued' | 'starting' | 'training' | 'paused' | 'done' | 'failed';

/** The live curves of one variant: one column a quantity, all of `length` points. Replaced, not changed. */
export type Curves = { readonly length: number } & Readonly<Record<PointColumn, Float64Array>>;

/** Something that went wrong or changed course, and that a person should know. Translated by its kind. */
export type Notice =
  | { kind: 'backend-fallback'; from: string; to: string; reason: Reason }
  | { kind: 'context-lost'; variant: VariantName; step: number; to: string }
  | { kind: 'worker-replaced'; variant: VariantName; step: number; reason: Reason; attempt: number }
  | { kind: 'variant-failed'; variant: VariantName; reason: Reason }
  | { kind: 'diverged'; variant: VariantName; divergence: Divergence }
  | { kind: 'slowed' }
  | { kind: 'half-precision' };

/** One variant of a run. */
export interface VariantRun {
  readonly variant: VariantName;
  readonly status: VariantStatus;
  readonly step: number;
  readonly steps: number;
  readonly stepsPerSecond: number;
  readonly secondsLeft: number;
  /** Seconds of training so far, evaluation included, pauses not. */
  readonly seconds: number;
  readonly environment: Environment | null;
  readonly curves: Curves;
  readonly divergences: readonly Divergence[];
  readonly notices: readonly Notice[];
  /** The variant's own estimators, once it is done or was asked (`RunControls.evaluate`). */
  readonly evaluations: readonly Evaluation[];
  /** Trainable numbers, all members together. */
  readonly parameters: number;
}

export interface RunView {
  readonly state: RunState;
  /** Why `state` is `failed`. */
  readonly reason: Reason | null;
  readonly experiment: Experiment;
  readonly variants: readonly VariantRun[];
  readonly environment: Environment | null;
  /** What `backend=auto` measured; empty otherwise. */
  readonly timings: readonly Timing[];
  readonly notices: readonly Notice[];
  readonly averaging: AveragingView;
  /** `stop` was asked for; the last step and the evaluations are under way. */
  readonly stopping: boolean;
}

/** The outcome of a control that may be refused; the reason is a kind that the page translates. */
export type ControlOutcome =
  | { ok: true }
  | { ok: false; reason: 'a-variant-is-done' | 'not-running' | 'not-paused' | 'invalid' };

export interface RunControls {
  start(): Promise<void>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** One more step, or epoch, of every variant that has started; leaves the run paused. */
  step(): Promise<void>;
  epoch(): Promise<void>;
  /** Ends the run; what was trained can still be evaluated, averaged and downloaded. */
  stop(): Promise<void>;
  /** Takes effect at one step for all variants and is kept in `experiment.changes`. */
  change(path: Change['path'], value: number): Promise<ControlOutcome>;
  /** Averages subnetworks of `variant` with the weights of this moment; training goes on. */
  average(variant: VariantName): Promise<void>;
  stopAveraging(): Promise<void>;
  /** Brings every variant's evaluations up to date. */
  evaluate(): Promise<void>;
  /** Ends every worker. The object is of no use afterwards. */
  dispose(): void;
}
