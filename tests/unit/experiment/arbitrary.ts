import fc from 'fast-check';
import {
  activationNames,
  backendChoices,
  initialisationNames,
  planeShapes,
  ranges,
  variantNames,
  type DataSpec,
  type Experiment,
} from '#lib/experiment/experiment.ts';
import { presetNames } from '#lib/experiment/presets.ts';

/** Every valid experiment, −0 apart, which a link writes as 0. */

function whole(range: { min: number; max: number }) {
  return fc.integer({ min: range.min, max: range.max });
}

function real(range: { min: number; max: number }) {
  return fc.double({ min: range.min, max: range.max, noNaN: true }).map((x) => x + 0);
}

const labels = {
  train: whole(ranges.train),
  test: whole(ranges.test),
  labelNoise: real(ranges.labelNoise),
};

/** Texts with the marks that a link uses itself. */
const text = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    fc.constantFrom(...'%:,&=+# ?-测'),
  ),
  maxLength: 40,
});

const file = fc.record({
  name: text.filter((name) => name.length <= 255),
  size: fc.maxSafeNat(),
  sha256: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }),
});
const files = fc.array(file, { maxLength: 4 });

const data: fc.Arbitrary<DataSpec> = fc.oneof(
  fc.record({
    kind: fc.constant('digits' as const),
    side: whole(ranges.side),
    distortion: real(ranges.distortion),
    pixelNoise: real(ranges.pixelNoise),
    ...labels,
  }),
  fc.record({
    kind: fc.constant('plane' as const),
    shape: fc.constantFrom(...planeShapes),
    noise: real(ranges.planeNoise),
    ...labels,
  }),
  fc.record({ kind: fc.constant('idx' as const), files, ...labels }),
  fc.record({ kind: fc.constant('csv' as const), files, labelColumn: text, ...labels }),
);

const hidden = fc.array(whole(ranges.units), { maxLength: ranges.layers.max });

function changes(layers: number) {
  const probabilities = [
    'dropout.input',
    ...Array.from({ length: layers }, (_, i) => `dropout.hidden.${i}`),
  ];
  const step = fc.nat();
  return fc.array(
    fc.oneof(
      fc.record({
        step,
        path: fc.constant('training.learningRate'),
        value: real(ranges.learningRate),
      }),
      fc.record({ step, path: fc.constantFrom(...probabilities), value: real(ranges.probability) }),
    ),
    { maxLength: 5 },
  );
}

export const experiments: fc.Arbitrary<Experiment> = hidden.chain((units) =>
  fc.record({
    version: fc.constant(1 as const),
    preset: fc.constantFrom(...presetNames),
    data,
    network: fc.record({
      hidden: fc.constant(units),
      activation: fc.constantFrom(...activationNames),
      initialisation: fc.constantFrom(...initialisationNames),
      sigma: real(ranges.sigma),
    }),
    training: fc.record({
      optimizer: fc.constantFrom('sgd' as const, 'adam' as const),
      learningRate: real(ranges.learningRate),
      momentum: real(ranges.momentum),
      batch: whole(ranges.batch),
      epochs: whole(ranges.epochs),
      l2: real(ranges.l2),
      maxNorm: real(ranges.maxNorm),
    }),
    dropout: fc.record({
      input: real(ranges.probability),
      hidden: fc.array(real(ranges.probability), {
        minLength: units.length,
        maxLength: units.length,
      }),
    }),
    variants: fc.shuffledSubarray([...variantNames], { minLength: 1 }),
    members: whole(ranges.members),
    weightDecay: real(ranges.l2),
    inputNoise: real(ranges.inputNoise),
    averaging: fc.record({ draws: whole(ranges.draws), examples: whole(ranges.averagedExamples) }),
    seeds: fc.record({
      data: whole(ranges.seed),
      weights: whole(ranges.seed),
      masks: whole(ranges.seed),
      order: whole(ranges.seed),
    }),
    backend: fc.constantFrom(...backendChoices),
    precision: fc.constantFrom('single' as const, 'half' as const),
    changes: changes(units.length),
  }),
);
