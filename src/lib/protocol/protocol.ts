import type { DataSet, Examples } from '#lib/data/dataset.ts';
import type { DataProblem, DataSetOutcome, Outcome } from '#lib/data/problem.ts';
import type { ExactProblem, ExactSums } from '#lib/experiment/exact-sums.ts';
import type { EstimatorName } from '#lib/experiment/evaluation.ts';
import type { PlainError } from '#lib/experiment/plain-error.ts';
import type { BackendName, Change, Experiment, VariantName } from '#lib/experiment/experiment.ts';
import type { FileReference } from '#lib/fields/file-text.ts';

/**
 * What the page and its workers say to each other: the types of every call and its answer, and the few
 * values that both sides need. The endpoints are in `workers/endpoints`.
 */

/** The first message of every worker, before any call may be made (Comlink #463). */
export const readyMessage = 'dropout-lab:ready';

/** Where the `.wasm` files are, by file name. The page gives URLs, Node gives paths. */
export type WasmPaths = Record<string, string>;

/** What a person may want to know of a backend in use. */
export interface Environment {
  backend: BackendName;
  /** WebGL: the unmasked renderer; WASM: `SIMD` or `no SIMD`; CPU: ''. */
  renderer: string;
  /** WebGL: whether a GPU, not software, renders. */
  hardware: boolean;
  /** Bits of the numbers that the backend computes with. */
  floatBits: 16 | 32;
  tfjs: string;
}

/** Why a backend cannot be had: the name of the error that `backend.ts` throws. */
export const backendFaults = [
  'no-offscreen-canvas',
  'no-webgl-in-safari',
  'no-webgl2',
  'no-webassembly',
  'backend-not-started',
  /** WebGL renders only to float16, which is not precise enough here. */
  'half-precision',
] as const;
export type BackendFault = (typeof backendFaults)[number];

/** If the error is about a backend and was foreseen, its name is a `BackendFault`. */
export type { PlainError };

/** Whether a backend can be had here, and if not, why. */
export type Probe =
  | { backend: BackendName; available: true; environment: Environment }
  | { backend: BackendName; available: false; reason: PlainError };

/** Time of training steps of one experiment on one backend. */
export interface Timing {
  backend: BackendName;
  /** Median milliseconds of a step of the experiment's slowest variant; NaN where it failed. */
  millisecondsPerStep: number;
  reason?: PlainError;
}

/** What a worker needs to train one variant. */
export interface TrainerJob {
  experiment: Experiment;
  variant: VariantName;
  data: DataSet;
  backend: BackendName;
  wasmPaths: WasmPaths;
  /** Goes on from here; from new initial weights where it is absent. */
  checkpoint?: Checkpoint;
  /** Whether the live curves are measured, which takes longer than training does; absent is yes. */
  live?: boolean;
}

/** Everything that training needs to go on as if it had never stopped. Arrays: [parameters]. */
export interface Checkpoint {
  variant: VariantName;
  /** Steps done. */
  step: number;
  /** Weights and biases of all members, in the order of `layout.ts`. */
  parameters: Float32Array<ArrayBuffer>;
  /** The optimiser's moments: none, one (momentum) or two (Adam) arrays like `parameters`. */
  moments: Float32Array<ArrayBuffer>[];
  /** Members that stopped, with the reason. */
  stopped: Divergence[];
}

/** The first number of a member that was Inf or NaN. */
export interface Divergence {
  member: number;
  /** Steps done before the step that made that number. */
  step: number;
  /** The layer of that number, counted from 1; the output layer is the last. */
  layer: number;
  operation: 'pre-activation' | 'activation' | 'loss' | 'gradient' | 'weights';
  value: 'Infinity' | '-Infinity' | 'NaN';
}

/**
 * The columns of a point of the live curves. Errors are shares in [0, 1], losses are NLL in nats, both
 * of the variant's own prediction (the mean of its members, dropout off). NaN where there is nothing
 * to measure (no wrongly labelled rows).
 */
export const pointColumns = [
  'step',
  'trainLoss',
  'trainError',
  'testLoss',
  'testError',
  /** Error on training rows with a wrong label, against that label: falls to 0 as they are memorised. */
  'wrongRowsError',
  /** Error on training rows with a right label. */
  'rightRowsError',
  /** Mean test error of the members, each on its own. */
  'memberTestError',
] as const;
export type PointColumn = (typeof pointColumns)[number];

/** News of one variant, sent at most about ten times a second. */
export interface Progress {
  step: number;
  steps: number;
  /** Steps a second of training alone, without evaluation, over the last second or so. */
  stepsPerSecond: number;
  /** Seconds to go, evaluation included; NaN while unknown. */
  secondsLeft: number;
  /** New points since the last news, row-major `[points, pointColumns.length]`; transferred. */
  points: Float64Array<ArrayBuffer>;
  divergences: Divergence[];
}

/** What one estimator scores, example by example, so that paired intervals can be had. */
export interface Evaluation {
  variant: VariantName;
  estimator: EstimatorName;
  /** Networks averaged; 1 for `off` of a single network. */
  k: number;
  step: number;
  /** NaN where the estimator was not run on the training rows. */
  trainError: number;
  trainLoss: number;
  /** 1 where the test example is predicted wrongly, `[examples]`. */
  testWrong: Uint8Array<ArrayBuffer>;
  /** NLL of each test example in nats, `[examples]`. */
  testLoss: Float32Array<ArrayBuffer>;
}

/** Why `train` came back. */
export type Stop = 'reached' | 'paused' | 'diverged';

/** Trains one variant. Made by `workers/trainer.ts`. */
export interface Trainer {
  /** Which backends can be had in this worker. `precision` decides how WebGL is set up. */
  probe(names: BackendName[], precision: 'single' | 'half', wasmPaths: WasmPaths): Promise<Probe[]>;
  /** Times some steps of the job's variant on its backend, on throw-away weights. */
  time(job: TrainerJob): Promise<Timing>;
  /** Builds the network. Must come before the calls below. Resolves with where it runs. */
  prepare(job: TrainerJob): Promise<Environment>;
  /** Trains until `step` steps are done in all, or `pause`. Only one `train` at a time. */
  train(step: number, report: (progress: Progress) => void): Promise<{ stop: Stop; step: number }>;
  /** Asks a running `train` to end after its current step. Resolves at once; `train` resolves after. */
  pause(): Promise<void>;
  /** Replaces the changes of the experiment. None of them may lie before the steps already done. */
  setChanges(changes: Change[]): Promise<void>;
  checkpoint(): Promise<Checkpoint>;
  /** The variant's own estimators, on train and test. */
  evaluate(): Promise<Evaluation[]>;
  /**
   * For tests of bad days: loses the WebGL context as a driver would. Resolves to whether there was
   * one.
   */
  loseContext(): Promise<boolean>;
}

/** A job for the averager: weights as they were at one step, and how to draw subnetworks from them. */
export interface AveragerJob {
  experiment: Experiment;
  checkpoint: Checkpoint;
  inputs: number;
  classes: number;
  /** The first test examples: those on which subnetworks are averaged. */
  test: Examples;
  train: Examples | null;
  wasmPaths: WasmPaths;
}

/** Mean and band of one quantity over the disjoint groups at each k; arrays are `[ks]`. */
export interface Band {
  mean: Float64Array<ArrayBuffer>;
  /** Lowest and highest of the groups where there are fewer than 20, else their 2.5% and 97.5% points. */
  low: Float64Array<ArrayBuffer>;
  high: Float64Array<ArrayBuffer>;
}

/** Error and NLL of the mean over k subnetworks, against k. */
export interface AveragingCurve {
  variant: VariantName;
  /** Steps of training that the weights had seen. */
  step: number;
  /** Subnetworks drawn so far, and in all. */
  drawn: number;
  draws: number;
  /** Test examples averaged over. */
  examples: number;
  backend: BackendName;
  k: Int32Array<ArrayBuffer>;
  /** Disjoint groups of k draws seen so far, `[ks]`; 0 where there is none yet. */
  groups: Int32Array<ArrayBuffer>;
  arithmetic: { error: Band; loss: Band };
  geometric: { error: Band; loss: Band };
  /** The network with dropout turned off, on the same examples. */
  off: { error: number; loss: number };
}

/** Averages subnetworks over a snapshot of weights. Made by `workers/averager.ts`. */
export interface Averager {
  /**
   * Draws subnetworks and reports the growing curve at most about ten times a second. Resolves with
   * the last curve and the evaluations of the means on those examples; ends early after `stop`.
   */
  average(
    job: AveragerJob,
    report: (curve: AveragingCurve) => void,
  ): Promise<{ curve: AveragingCurve; evaluations: Evaluation[] }>;
  stop(): Promise<void>;
}

/** Averages over all subnetworks, a chunk at a time. Also made by `workers/averager.ts`. */
export interface Enumerator {
  /**
   * Takes a problem for `sumChunk`, and says into how many chunks its masks are cut.
   * Rejects with a RangeError where more than 20 units can be dropped.
   */
  hold(problem: ExactProblem): Promise<{ chunks: number; subnetworks: number }>;
  /** The sums over one chunk of the problem held. */
  sumChunk(chunk: number): Promise<ExactSums>;
}

/** Draws or reads a data set off the main thread. Made by `workers/librarian.ts`. */
export interface Librarian {
  /** Builds the data set of an experiment. Errors are values: a problem a person can act on. */
  build(experiment: Experiment, files: File[]): Promise<DataSetOutcome>;
  /** Size and SHA-256 of files, or which of them cannot be read. */
  identify(files: File[]): Promise<Outcome<FileReference[]>>;
}

export type { DataProblem, DataSetOutcome, EstimatorName, Outcome };
