import * as v from 'valibot';
import { planeShapes, type DataSpec } from '../experiment.ts';
import { choice, integer, number } from '../ranges.ts';
import type { StackSpec } from './stack.ts';

/** Training a stack: a first layer from the data, a last one to the classes, and a bias in each. */

const trainingData = ['digits', ...planeShapes] as const;

/**
 * What a cure does to a gradient before the step.
 * - `value`: every number is cut to ±limit.
 * - `norm`: g · min(1, limit/‖g‖) of the whole gradient (Pascanu, Mikolov and Bengio 2013, algorithm 1).
 * - `standardised`: each layer's weights and biases get a gradient of mean 0 and variance 1.
 */
const cureKinds = ['none', 'value', 'norm', 'standardised'] as const;

/** What a cure puts in place of what the stack says; `as-set` leaves it. */
const cured = {
  initialisation: ['as-set', 'xavier-normal', 'he'],
  activation: ['as-set', 'scaled-sigmoid'],
  residual: ['as-set', 'none', 'identity', 'scaled'],
  drop: ['as-set', '0', '0.2', '0.5'],
} as const;

/** Larger stacks are for looking at; each of these trains in seconds to a minute on one core. */
export const trainable = { depth: 50, width: 64 } as const;

/** The stack that is trained where `stack` is asked for: no deeper and no wider than `trainable`. */
export function trainableStack(stack: StackSpec): StackSpec {
  return {
    ...stack,
    depth: Math.min(stack.depth, trainable.depth),
    width: Math.min(stack.width, trainable.width),
  };
}

/** The stack with what a cure puts in its place. */
export function curedStack(stack: StackSpec, cure: Cure): StackSpec {
  const put = <T extends string>(own: T, cure: T | 'as-set'): T => (cure === 'as-set' ? own : cure);
  return {
    ...stack,
    initialisation: put(stack.initialisation, cure.initialisation),
    activation: put(stack.activation, cure.activation),
    residual: put(stack.residual, cure.residual),
    drop: cure.drop === 'as-set' ? stack.drop : Number(cure.drop),
  };
}

/** How a training went: `slow` is neither of the others, a network that is stuck included. */
export const learningVerdicts = ['converged', 'slow', 'diverged'] as const;
export type LearningVerdict = (typeof learningVerdicts)[number];

export const trainingRanges = {
  data: choice(trainingData),
  examples: integer(10, 5_000),
  learningRate: number(0, 100),
  momentum: number(0, 0.999),
  batch: integer(1, 256),
  steps: integer(1, 5_000),
  cure: choice(cureKinds),
  limit: number(0, 1e6),
  cureInitialisation: choice(cured.initialisation),
  cureActivation: choice(cured.activation),
  cureResidual: choice(cured.residual),
  cureDrop: choice(cured.drop),
} as const;

/** What helps a deep network to train; each part can change from one step to the next. */
const Cure = v.object({
  kind: trainingRanges.cure.schema,
  /** Of `value` and `norm`; no other uses it. */
  limit: trainingRanges.limit.schema,
  /** Where it changes while a network trains, all its weights are drawn anew. */
  initialisation: trainingRanges.cureInitialisation.schema,
  activation: trainingRanges.cureActivation.schema,
  residual: trainingRanges.cureResidual.schema,
  /** A drop probability: what breaks the symmetry of units that begin alike. */
  drop: trainingRanges.cureDrop.schema,
});
export type Cure = v.InferOutput<typeof Cure>;
/** The part of a cure that changes the gradient. */
export type GradientCure = Pick<Cure, 'kind' | 'limit'>;

/** The cure that leaves everything as it is. */
export const noCure: Cure = {
  kind: 'none',
  limit: 1,
  initialisation: 'as-set',
  activation: 'as-set',
  residual: 'as-set',
  drop: 'as-set',
};

/** What may change while a network trains, by its path in the state of the page. */
const changeRanges = {
  'training.learningRate': trainingRanges.learningRate,
  'training.cure.kind': trainingRanges.cure,
  'training.cure.limit': trainingRanges.limit,
  'training.cure.initialisation': trainingRanges.cureInitialisation,
  'training.cure.activation': trainingRanges.cureActivation,
  'training.cure.residual': trainingRanges.cureResidual,
  'training.cure.drop': trainingRanges.cureDrop,
} as const;
export type ChangePath = keyof typeof changeRanges;
export const changePaths = Object.keys(changeRanges) as [ChangePath, ...ChangePath[]];

/** The steps at which something may change. */
const changeStep = integer(0, trainingRanges.steps.max);

function changeOf<Path extends ChangePath>(path: Path) {
  return v.object({
    /** The first step that it holds for, counted from 0. */
    step: changeStep.schema,
    path: v.literal(path),
    value: changeRanges[path].schema,
  });
}

/** A change made while the network trained: it is part of the state, so that the run replays. */
export const ChangeSchema = v.variant('path', [
  changeOf('training.learningRate'),
  changeOf('training.cure.kind'),
  changeOf('training.cure.limit'),
  changeOf('training.cure.initialisation'),
  changeOf('training.cure.activation'),
  changeOf('training.cure.residual'),
  changeOf('training.cure.drop'),
]);
export type Change = v.InferOutput<typeof ChangeSchema>;

export const TrainingSchema = v.object({
  data: trainingRanges.data.schema,
  /** Training examples. */
  examples: trainingRanges.examples.schema,
  learningRate: trainingRanges.learningRate.schema,
  /** v ← μv + g, w ← w − ηv. */
  momentum: trainingRanges.momentum.schema,
  /** Examples in a step. */
  batch: trainingRanges.batch.schema,
  steps: trainingRanges.steps.schema,
  /** With learning rate and cure it begins. */
  cure: Cure,
  changes: v.array(ChangeSchema),
});
export type TrainingSpec = v.InferOutput<typeof TrainingSchema>;
/** A training, or a part of one, in which nothing changes. */
export type SteadyTraining = Omit<TrainingSpec, 'changes'>;

/** The data set to train on. Test examples are as many as training examples. */
export function dataSpecOf({
  data,
  examples,
}: Pick<TrainingSpec, 'data' | 'examples'>): Extract<DataSpec, { kind: 'digits' | 'plane' }> {
  const parts = { train: examples, test: examples, labelNoise: 0 };
  if (data === 'digits')
    return { kind: 'digits', side: 14, distortion: 1, pixelNoise: 0.1, ...parts };
  return { kind: 'plane', shape: data, noise: 0.1, ...parts };
}
