import * as v from 'valibot';
import { FileReference } from '#lib/fields/file-text.ts';
import { choice, integer, number } from '#lib/fields/ranges.ts';

/**
 * An experiment: everything that decides a result, as plain JSON. The same experiment on the same
 * backend gives the same numbers.
 */

export const variantNames = [
  'single',
  'dropout',
  'subnetworks',
  'shared-subnetworks',
  'full-ensemble',
  'weight-decay',
  'input-noise',
] as const;
export type VariantName = (typeof variantNames)[number];

export const planeShapes = ['moons', 'circles', 'spirals', 'xor', 'blobs'] as const;
export type PlaneShape = (typeof planeShapes)[number];

export const activationNames = ['relu', 'tanh', 'sigmoid'] as const;
export type ActivationName = (typeof activationNames)[number];

export const initialisationNames = ['he', 'xavier-normal', 'xavier-uniform', 'normal'] as const;
export type InitialisationName = (typeof initialisationNames)[number];

export const backendChoices = ['default', 'auto', 'webgl', 'wasm', 'cpu'] as const;
export type BackendChoice = (typeof backendChoices)[number];
export type BackendName = 'webgl' | 'wasm' | 'cpu';

/** What each field may hold. `fields.ts` adds where it stands, its unit and its place in the panel. */
export const ranges = {
  train: integer(10, 70_000),
  test: integer(10, 70_000),
  labelNoise: number(0, 1),
  side: integer(8, 28),
  /** 1 is moderate handwriting; 0 is no distortion. */
  distortion: number(0, 2),
  /** Standard deviation, on pixels in [0, 1]. */
  pixelNoise: number(0, 1),
  /** Standard deviation, in the units of the plane, where each shape is about 2 wide. */
  planeNoise: number(0, 2),
  layers: integer(0, 6),
  units: integer(1, 1_024),
  sigma: number(0, 10),
  learningRate: number(0, 10),
  momentum: number(0, 0.999),
  batch: integer(1, 4_096),
  epochs: integer(1, 1_000),
  l2: number(0, 10),
  /** Bound of max-norm; 0 is off. */
  maxNorm: number(0, 1_000),
  probability: number(0, 1),
  members: integer(1, 64),
  inputNoise: number(0, 10),
  draws: integer(10, 20_000),
  averagedExamples: integer(10, 70_000),
  seed: integer(0, 4_294_967_295),
} as const;

const name = choice(variantNames);

const noisyLabels = {
  train: ranges.train.schema,
  test: ranges.test.schema,
  labelNoise: ranges.labelNoise.schema,
};

const DataSpec = v.variant('kind', [
  v.object({
    kind: v.literal('digits'),
    side: ranges.side.schema,
    distortion: ranges.distortion.schema,
    pixelNoise: ranges.pixelNoise.schema,
    ...noisyLabels,
  }),
  v.object({
    kind: v.literal('plane'),
    shape: v.picklist(planeShapes),
    noise: ranges.planeNoise.schema,
    ...noisyLabels,
  }),
  /** A pair of IDX files: images, labels. Empty until the visitor has chosen them. */
  v.object({ kind: v.literal('idx'), files: v.array(FileReference), ...noisyLabels }),
  /** One CSV file. `labelColumn` is a column's name or its number from 1; '' is the last column. */
  v.object({
    kind: v.literal('csv'),
    files: v.array(FileReference),
    labelColumn: v.string(),
    ...noisyLabels,
  }),
]);
export type DataSpec = v.InferOutput<typeof DataSpec>;
export type DataKind = DataSpec['kind'];

const Network = v.object({
  /** Units of each hidden layer, from the input on. */
  hidden: v.pipe(v.array(ranges.units.schema), v.maxLength(ranges.layers.max)),
  activation: v.picklist(activationNames),
  initialisation: v.picklist(initialisationNames),
  /** Standard deviation of initialisation `normal`; no other uses it. */
  sigma: ranges.sigma.schema,
});

const Training = v.object({
  optimizer: v.picklist(['sgd', 'adam']),
  learningRate: ranges.learningRate.schema,
  /** Momentum of SGD; Adam has constants of its own (β₁ = .9, β₂ = .999). */
  momentum: ranges.momentum.schema,
  /** Examples in a step. */
  batch: ranges.batch.schema,
  epochs: ranges.epochs.schema,
  /** λ of the penalty λ/2·‖W‖² on every variant's weights (not its biases). */
  l2: ranges.l2.schema,
  /** Upper bound of the norm of each unit's incoming weights; 0 is none. */
  maxNorm: ranges.maxNorm.schema,
});

const Dropout = v.object({
  /** Drop probability of the inputs. */
  input: ranges.probability.schema,
  /** Drop probability after each hidden activation; as long as `network.hidden`. */
  hidden: v.array(ranges.probability.schema),
});

const Change = v.object({
  /** The first step, counted from 0, that uses the new value. */
  step: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** The path of one of `changeables`. `parseExperiment` checks that its range holds the value. */
  path: v.string(),
  value: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(10)),
});
/** A change made while the run was under way: it is part of the experiment, so that the run replays. */
export type Change = v.InferOutput<typeof Change>;

export const ExperimentSchema = v.pipe(
  v.object({
    version: v.literal(1),
    preset: v.string(),
    data: DataSpec,
    network: Network,
    training: Training,
    dropout: Dropout,
    variants: v.pipe(
      v.array(name.schema),
      v.minLength(1),
      v.check((names) => new Set(names).size === names.length, 'each variant once'),
    ),
    /** Members of `subnetworks`, `shared-subnetworks` and `full-ensemble`. */
    members: ranges.members.schema,
    /** λ of variant `weight-decay`, in place of `training.l2`. */
    weightDecay: ranges.l2.schema,
    /** Standard deviation of the noise on the inputs of variant `input-noise`. */
    inputNoise: ranges.inputNoise.schema,
    averaging: v.object({
      /** Subnetworks drawn in all. The mean over k of them is taken ⌊draws/k⌋ times, from disjoint draws. */
      draws: ranges.draws.schema,
      /** Test examples that the averaging chart uses, from the first on. */
      examples: ranges.averagedExamples.schema,
    }),
    seeds: v.object({
      data: ranges.seed.schema,
      weights: ranges.seed.schema,
      masks: ranges.seed.schema,
      order: ranges.seed.schema,
    }),
    backend: v.picklist(backendChoices),
    /** `half` makes WebGL render to float16, as phones do. */
    precision: v.picklist(['single', 'half']),
    changes: v.array(Change),
  }),
  v.check(
    (e) => e.dropout.hidden.length === e.network.hidden.length,
    'one drop probability a hidden layer',
  ),
);
export type Experiment = v.InferOutput<typeof ExperimentSchema>;

/** Steps in an epoch: one for each batch, the last of which may be smaller. */
export function stepsPerEpoch(experiment: Experiment, trainingRows: number): number {
  return Math.ceil(trainingRows / Math.min(experiment.training.batch, trainingRows));
}
