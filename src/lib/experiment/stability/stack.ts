import * as v from 'valibot';
import { choice, integer, number, objectOf } from '#lib/fields/ranges.ts';

/**
 * A stack: a deep network at its first moment, before any training, whose signals are followed up and
 * whose gradients are followed down. Layer l of L makes h_l = f(h_(l−1)), with f(h) = φ(W h) and no
 * bias; `residual` and `branch` say how else.
 */

const widthPatterns = ['constant', 'tapering', 'alternating'] as const;

/** `normal` is N(0, σ²); `constant` is σ itself; the others follow from the widths. */
export const stackInitialisations = [
  'normal',
  '1/n_in',
  '1/n_out',
  'xavier-normal',
  'xavier-uniform',
  'he',
  'orthogonal',
  'constant',
] as const;

/** `scaled-sigmoid` is 4σ(x) − 2 = 2 tanh(x/2), of slope 1 at 0. */
export const stackActivations = ['none', 'relu', 'sigmoid', 'tanh', 'scaled-sigmoid'] as const;
export type StackActivation = (typeof stackActivations)[number];

/** `identity` is h + f(h); `scaled` is h + f(h)/√L. A layer whose width changes has no skip. */
const residualKinds = ['none', 'identity', 'scaled'] as const;

export const precisionNames = ['float64', 'float32', 'float16'] as const;
export type PrecisionName = (typeof precisionNames)[number];

/** Ranges of the batch that is fed to the stack. */
export const inputRanges = {
  /** Examples in the batch. */
  count: integer(1, 256),
  /** Mean and standard deviation of each number. */
  mean: number(-10, 10),
  scale: number(0, 100),
} as const;

export const stackRanges = {
  /** Layers L. */
  depth: integer(1, 200),
  /** Units of the inputs and of the widest layer. */
  width: integer(8, 512),
  widths: choice(widthPatterns),
  initialisation: choice(stackInitialisations),
  /**
   * The standard deviation of `normal`, or the weight of `constant`; no other initialisation uses
   * it.
   */
  sigma: number(0, 10),
  /** What every weight is multiplied by, except the second matrix of a branch; 5/3 is usual for tanh. */
  gain: number(0, 10),
  activation: choice(stackActivations),
  residual: choice(residualKinds),
  /** Matrices in f where there is a skip: 1 is φ(W h), 2 is W₂ φ(W₁ h). */
  branch: integer(1, 2),
  /** Drop probability after each activation. */
  drop: number(0, 0.95),
  precision: choice(precisionNames),
  /** The gradient at the top is multiplied by it, and every gradient that is read is divided by it. */
  lossScale: number(1, 2 ** 32),
  /** Random networks of the same kind. */
  networks: integer(1, 200),
  seed: integer(0, 4_294_967_295),
} as const;

export const StackSchema = v.object({
  ...objectOf(stackRanges).entries,
  inputs: objectOf(inputRanges),
});
export type StackSpec = v.InferOutput<typeof StackSchema>;
