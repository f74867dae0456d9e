import type { ActivationName } from '#lib/experiment/experiment.ts';
import type { MaskRule } from './masks.ts';

/** What an ensemble is: K multilayer perceptrons of one shape, trained side by side. */
export interface EnsembleSpec {
  /** Units of each layer: inputs, hidden layers, classes. */
  sizes: readonly number[];
  members: number;
  activation: ActivationName;
  optimizer: 'sgd' | 'adam';
  /** Most examples in a step. */
  batch: number;
  /** The masks of training. */
  masks: MaskRule;
}

/** Examples of one step. */
export interface Batch {
  /** Inputs `[count, inputs]`. */
  rows: Float32Array;
  /** Classes `[count]`. */
  labels: Int32Array;
  count: number;
}

/** What may change from step to step. */
export interface StepSettings {
  learningRate: number;
  momentum: number;
  /** λ of the penalty λ/2·‖W‖². */
  l2: number;
  /** Bound of max-norm; 0 is none. */
  maxNorm: number;
  /** Drop probability of the input and of each hidden layer. */
  p: readonly number[];
}

/** Weights and biases, and the optimiser's moments, all in the order of `layout.ts`. */
export interface EnsembleState {
  parameters: Float32Array<ArrayBuffer>;
  moments: Float32Array<ArrayBuffer>[];
}

/** Inputs that stay where the backend can reach them. Release after use. */
export interface Held {
  readonly count: number;
  release(): void;
}

/**
 * K networks that train together on one backend. What each backend does inside is its own; the
 * numbers agree to rounding, and on one backend they are the same from run to run.
 */
export interface Ensemble {
  readonly spec: EnsembleSpec;
  /** Most examples that `hold` takes at once. */
  readonly largestHold: number;
  /**
   * One step of gradient descent on the mean cross-entropy of the batch, for every member that is not
   * stopped. `step` counts from 0 and decides the masks. May return before the device is done.
   */
  step(batch: Batch, step: number, settings: StepSettings): void;
  /**
   * Mean cross-entropy of each member on the last batch, before its update, `[members]`; NaN where the
   * update left weights that are not finite. Waits until the device is done.
   */
  losses(): Promise<Float32Array>;
  /** Keeps weights and moments as they are now, in place of what was kept before. Cheap. */
  mark(): void;
  /** Back to the last `mark`, which stays. */
  rollback(): void;
  /** Stops a member: its weights stay as they are from now on. */
  stop(member: number): void;
  /** Puts inputs `[count, inputs]` where `predict` can use them again and again. */
  hold(rows: Float32Array, count: number): Held;
  /**
   * Log-probabilities `[members, count, classes]` with dropout off, or with the masks of `rule` (only
   * those that are the same for all examples) at drop probabilities `p`.
   */
  predict(held: Held, rule?: MaskRule, p?: readonly number[]): Promise<Float32Array>;
  /** A copy of weights and moments. */
  read(): Promise<EnsembleState>;
  /** Puts weights and moments back. Moments may be absent: they begin at zero. */
  write(state: { parameters: Float32Array; moments?: readonly Float32Array[] }): void;
  dispose(): void;
}

/** How many moments an optimiser keeps: momentum one, Adam two. */
export function momentsOf(optimizer: 'sgd' | 'adam'): number {
  return optimizer === 'adam' ? 2 : 1;
}

/** Adam's constants (Kingma and Ba 2015, algorithm 1). */
export const adam = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7 } as const;

/** Adam's step size with both bias corrections in it, at step number `step` counted from 0. */
export function adamRate(learningRate: number, step: number): number {
  const t = step + 1;
  return (learningRate * Math.sqrt(1 - adam.beta2 ** t)) / (1 - adam.beta1 ** t);
}
