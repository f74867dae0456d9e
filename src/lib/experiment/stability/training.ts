import * as v from 'valibot';
import { planeShapes, type DataSpec } from '../experiment.ts';
import type { Changeable } from '#lib/fields/changes.ts';
import { choice, holds, integer, number, objectOf } from '#lib/fields/ranges.ts';
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

/** What a cure may put in place of a part of the stack; `as-set` leaves the part as it is. */
const cured = {
  initialisation: ['as-set', 'xavier-normal', 'he'],
  activation: ['as-set', 'scaled-sigmoid'],
  residual: ['as-set', 'none', 'identity', 'scaled'],
  drop: ['as-set', '0', '0.2', '0.5'],
} as const;

/**
 * The largest stack that is trained, in seconds to a minute on one core. Larger ones are only for
 * looking at.
 */
export const trainable = { depth: 50, width: 64 } as const;

/** The stack that is trained where `stack` is asked for: no deeper and no wider than `trainable`. */
export function trainableStack(stack: StackSpec): StackSpec {
  return {
    ...stack,
    depth: Math.min(stack.depth, trainable.depth),
    width: Math.min(stack.width, trainable.width),
  };
}

/** The stack with the parts that a cure replaces. */
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

/** What helps a deep network to train; each part can change from one step to the next. */
export const cureRanges = {
  kind: choice(cureKinds),
  /** The limit of `value` and `norm`; no other cure uses it. */
  limit: number(0, 1e6),
  /** Changing the initialisation while a network trains draws all of its weights again. */
  initialisation: choice(cured.initialisation),
  activation: choice(cured.activation),
  residual: choice(cured.residual),
  /** A drop probability: what breaks the symmetry of units that begin alike. */
  drop: choice(cured.drop),
} as const;
const CureSchema = objectOf(cureRanges);
export type Cure = v.InferOutput<typeof CureSchema>;
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

export const trainingRanges = {
  data: choice(trainingData),
  /** Training examples. */
  examples: integer(10, 5_000),
  learningRate: number(0, 100),
  /** v ← μv + g, w ← w − ηv. */
  momentum: number(0, 0.999),
  /** Examples in a step. */
  batch: integer(1, 256),
  steps: integer(1, 5_000),
} as const;

/** What may change while a network trains, by its path in the state of the page. */
export const changeables = [
  { name: 'lr', path: 'training.learningRate', range: trainingRanges.learningRate },
  { name: 'cure', path: 'training.cure.kind', range: cureRanges.kind },
  { name: 'limit', path: 'training.cure.limit', range: cureRanges.limit },
  { name: 'cure-init', path: 'training.cure.initialisation', range: cureRanges.initialisation },
  { name: 'cure-activation', path: 'training.cure.activation', range: cureRanges.activation },
  { name: 'cure-residual', path: 'training.cure.residual', range: cureRanges.residual },
  { name: 'cure-p', path: 'training.cure.drop', range: cureRanges.drop },
] as const satisfies readonly Changeable[];
export type ChangePath = (typeof changeables)[number]['path'];
export const changePaths: readonly ChangePath[] = changeables.map(({ path }) => path);

export function isChangePath(path: string): path is ChangePath {
  return changePaths.some((known) => known === path);
}

/** The steps at which something may change. */
export const changeSteps = integer(0, trainingRanges.steps.max);

/** A change made while the network trained: it is part of the state, so that the run replays. */
const ChangeSchema = v.pipe(
  v.object({
    /** The first step that it holds for, counted from 0. */
    step: changeSteps.schema,
    path: v.picklist(changePaths),
    value: v.union([v.string(), v.number()]),
  }),
  v.check(
    (change) => holds(changeables.find(({ path }) => path === change.path)!.range, change.value),
    'a value in the range of its field',
  ),
);
export const TrainingSchema = v.object({
  ...objectOf(trainingRanges).entries,
  /** The cure that the training begins with, as it begins with its learning rate. */
  cure: CureSchema,
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
