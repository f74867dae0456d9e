import type { Experiment } from './experiment.ts';

const noisyDigits: Experiment = {
  version: 1,
  preset: 'noisy-digits',
  data: {
    kind: 'digits',
    side: 14,
    distortion: 1,
    pixelNoise: 0.1,
    train: 1000,
    test: 2000,
    labelNoise: 0.3,
  },
  network: { hidden: [256, 256], activation: 'relu', initialisation: 'he', sigma: 0.01 },
  training: {
    optimizer: 'sgd',
    learningRate: 0.05,
    momentum: 0.9,
    batch: 50,
    epochs: 40,
    l2: 0,
    maxNorm: 0,
  },
  dropout: { input: 0, hidden: [0.5, 0.5] },
  variants: ['single', 'dropout', 'subnetworks', 'full-ensemble'],
  members: 8,
  weightDecay: 0.001,
  inputNoise: 0.1,
  averaging: { draws: 2000, examples: 1000 },
  seeds: { data: 1, weights: 1, masks: 1, order: 1 },
  backend: 'default',
  precision: 'single',
  changes: [],
};

const cleanDigits: Experiment = {
  ...noisyDigits,
  preset: 'clean-digits',
  data: { ...noisyDigits.data, labelNoise: 0 },
};

/**
 * The network of the course notes (d2l 4.6): 784-256-256-10, p = .2 and .5, SGD .5, batch 256,
 * weights N(0, .01²). 1,000 rows do not move it off its plateau; 5,000 do.
 */
const notesNetwork: Experiment = {
  ...noisyDigits,
  preset: 'notes-network',
  data: {
    ...noisyDigits.data,
    kind: 'digits',
    side: 28,
    train: 6000,
    test: 2000,
    labelNoise: 0,
  } as Experiment['data'],
  network: { ...noisyDigits.network, initialisation: 'normal', sigma: 0.01 },
  training: { ...noisyDigits.training, learningRate: 0.5, momentum: 0, batch: 256, epochs: 20 },
  dropout: { input: 0, hidden: [0.2, 0.5] },
  members: 4,
};

const moons: Experiment = {
  ...noisyDigits,
  preset: 'moons',
  data: { kind: 'plane', shape: 'moons', noise: 0.2, train: 200, test: 1000, labelNoise: 0.1 },
  network: { ...noisyDigits.network, hidden: [64, 64] },
  training: { ...noisyDigits.training, batch: 20, epochs: 200, learningRate: 0.02 },
};

/**
 * Small enough that all 2¹⁶ subnetworks can be averaged while one looks on. At p = .5 eight units a
 * layer are too few to lose half of: the network no longer fits.
 */
const tinyMoons: Experiment = {
  ...moons,
  preset: 'tiny-moons',
  data: { kind: 'plane', shape: 'moons', noise: 0.25, train: 100, test: 1000, labelNoise: 0.15 },
  network: { ...moons.network, hidden: [8, 8] },
  training: { ...moons.training, epochs: 300 },
  dropout: { input: 0, hidden: [0.1, 0.1] },
  variants: [
    'single',
    'dropout',
    'subnetworks',
    'shared-subnetworks',
    'full-ensemble',
    'weight-decay',
  ],
};

/** Opens on the drawn digits and asks for a file; the digits stay until one is chosen. */
const yourOwnData: Experiment = {
  ...noisyDigits,
  preset: 'your-own-data',
  data: { kind: 'idx', files: [], train: 1000, test: 2000, labelNoise: 0 },
};

/** Every preset, by its name in the link. */
export const presets = {
  'noisy-digits': noisyDigits,
  'clean-digits': cleanDigits,
  'notes-network': notesNetwork,
  moons,
  'tiny-moons': tinyMoons,
  'your-own-data': yourOwnData,
} as const satisfies Record<string, Experiment>;

export type PresetName = keyof typeof presets;
export const presetNames = Object.keys(presets) as PresetName[];

/** A fresh copy of a preset. */
export function preset(name: PresetName): Experiment {
  return structuredClone(presets[name]);
}
