import type {
  ActivationName,
  BackendChoice,
  DataKind,
  InitialisationName,
  PlaneShape,
} from '#lib/experiment/experiment.ts';
import type { FieldGroup, FieldName, FieldUnit } from '#lib/experiment/fields.ts';
import type { Expectation, ExperimentProblem } from '#lib/fields/problem.ts';
import { formats } from '../formats.ts';

const f = formats('en');

/** A field's label, and one sentence of what it does. */
const texts: Record<FieldName, { label: string; help: string }> = {
  data: { label: 'Kind of data', help: 'Where the examples come from.' },
  shape: { label: 'Shape', help: 'How the points of each class lie in the plane.' },
  files: { label: 'Files', help: 'Files of your own, read on this device.' },
  'label-column': {
    label: 'Label column',
    help: 'Name or number of the column that holds the class; empty means the last one.',
  },
  train: {
    label: 'Training rows',
    help: 'How many examples are learnt from; fewer rows make memorising easier.',
  },
  test: {
    label: 'Test rows',
    help: 'How many examples are kept for testing; more make the intervals narrower.',
  },
  'label-noise': {
    label: 'Label noise',
    help: 'Share of the training labels that are drawn anew at random, so that most of them are wrong.',
  },
  side: { label: 'Image side', help: 'Height and width of each digit; 28 gives 784 inputs.' },
  distortion: {
    label: 'Distortion',
    help: 'How much the strokes are bent and turned; 1 is ordinary handwriting.',
  },
  'pixel-noise': {
    label: 'Pixel noise',
    help: 'Random grain on every pixel, which runs from 0 to 1.',
  },
  noise: {
    label: 'Noise',
    help: 'How far the points stray from their shape, which is about 2 wide.',
  },
  hidden: {
    label: 'Hidden layers',
    help: 'Units of each hidden layer from the input on, joined by “-”, as in 256-256; “none” for no hidden layer.',
  },
  activation: {
    label: 'Activation',
    help: 'The non-linearity after each hidden layer.',
  },
  init: {
    label: 'Initial weights',
    help: 'The distribution from which the first weights are drawn.',
  },
  sigma: {
    label: 'Initial spread σ',
    help: 'Standard deviation of the initial weights; only “normal” uses it.',
  },
  epochs: { label: 'Epochs', help: 'How many times the training rows are gone through.' },
  lr: {
    label: 'Learning rate',
    help: 'How far each step moves the weights; it can be changed while training.',
  },
  optimizer: { label: 'Optimiser', help: 'The rule that turns gradients into steps.' },
  momentum: {
    label: 'Momentum',
    help: 'How much of the last step is carried into the next; only SGD uses it.',
  },
  batch: { label: 'Batch size', help: 'Examples in one step.' },
  l2: {
    label: 'L2 penalty λ',
    help: 'Pulls the weights of every variant towards zero; 0 is off.',
  },
  'max-norm': {
    label: 'Max norm',
    help: 'Upper bound for the norm of each unit’s incoming weights; 0 is off.',
  },
  'p-in': {
    label: 'Drop probability, inputs',
    help: 'Chance that an input is dropped; it can be changed while training.',
  },
  p: {
    label: 'Drop probability',
    help: 'Chance that a hidden unit is dropped; it can be changed while training.',
  },
  variants: { label: 'Variants', help: 'What is trained side by side, each in its own worker.' },
  members: {
    label: 'Networks in an ensemble (K)',
    help: 'How many networks each ensemble trains and averages.',
  },
  'weight-decay': {
    label: 'Penalty λ of “weight decay”',
    help: 'The L2 penalty of that variant alone.',
  },
  'input-noise': {
    label: 'Noise of “input noise”',
    help: 'Spread of the Gaussian noise on the inputs of that variant alone.',
  },
  draws: {
    label: 'Subnetworks drawn',
    help: 'How many subnetworks the averaging chart draws in all.',
  },
  examples: {
    label: 'Test examples averaged on',
    help: 'How many test examples the averaging chart uses, from the first on.',
  },
  'seed-data': { label: 'Data seed', help: 'Decides examples and label noise.' },
  'seed-weights': { label: 'Weights seed', help: 'Decides the initial weights.' },
  'seed-masks': { label: 'Masks seed', help: 'Decides which units are dropped when.' },
  'seed-order': { label: 'Order seed', help: 'Decides the order of the training rows.' },
  backend: {
    label: 'Computes with',
    help: '“Automatic” takes WebGL on a GPU and WebAssembly otherwise; “fastest” measures first.',
  },
  precision: {
    label: 'WebGL precision',
    help: '“16 bits” computes as phones do.',
  },
  change: { label: 'Changes while training', help: 'What was changed at which step.' },
};

const options: {
  data: Record<DataKind, string>;
  shape: Record<PlaneShape, string>;
  activation: Record<ActivationName, string>;
  init: Record<InitialisationName, string>;
  optimizer: Record<'sgd' | 'adam', string>;
  backend: Record<BackendChoice, string>;
  precision: Record<'single' | 'half', string>;
} = {
  data: {
    digits: 'drawn digits',
    plane: 'points in the plane',
    idx: 'my IDX files',
    csv: 'my CSV file',
  },
  shape: {
    moons: 'two moons',
    circles: 'circles',
    spirals: 'spirals',
    xor: 'exclusive or',
    blobs: 'blobs',
  },
  activation: { relu: 'ReLU', tanh: 'tanh', sigmoid: 'sigmoid' },
  init: {
    he: 'He',
    'xavier-normal': 'Xavier, normal',
    'xavier-uniform': 'Xavier, uniform',
    normal: 'normal(0, σ²)',
  },
  optimizer: { sgd: 'SGD', adam: 'Adam' },
  backend: {
    default: 'automatic',
    auto: 'fastest',
    webgl: 'WebGL',
    wasm: 'WebAssembly',
    cpu: 'plain JavaScript',
  },
  precision: { single: '32 bits', half: '16 bits' },
};

const groups: Record<FieldGroup, string> = {
  data: 'Data',
  network: 'Network',
  training: 'Training',
  dropout: 'Dropout',
  variants: 'Variants',
  averaging: 'Averaging',
  seeds: 'Seeds',
  run: 'Computing',
};

const units: Record<FieldUnit, string> = {
  none: '',
  examples: 'examples',
  epochs: 'epochs',
  pixels: 'pixels',
  units: 'units',
  networks: 'networks',
  subnetworks: 'subnetworks',
  share: '',
  probability: '',
  'standard-deviation': 'standard deviation',
};

function expectation(expected: Expectation): string {
  switch (expected.kind) {
    case 'integer':
      return `a whole number from ${f.integer(expected.min)} to ${f.integer(expected.max)}`;
    case 'number':
      return `a number from ${f.number(expected.min)} to ${f.number(expected.max)}`;
    case 'choice':
      return `one of ${expected.of.join(', ')}`;
    case 'list':
      return `${f.integer(expected.min)} to ${f.integer(expected.max)} entries, each ${expectation(expected.of)}`;
    case 'distinct':
      return 'each entry only once';
    case 'per-layer':
      return `a number from ${f.number(expected.min)} to ${f.number(expected.max)} for each of the ${f.integer(expected.layers)} hidden layers, joined by “-”, or one for all`;
    case 'text':
      return `a text of at most ${f.integer(expected.maxLength)} characters`;
    case 'files':
      return `at most ${f.integer(expected.max)} files as name:size:SHA-256`;
    case 'changes':
      return `step:parameter:value, the step a whole number, the parameter one of ${expected.of.join(', ')}, and a value that it takes; at most ${f.integer(expected.max)} of them`;
    case 'data-kind':
      return `data of kind ${expected.of.join(' or ')}`;
    case 'hidden-layer':
      return 'a network with a hidden layer';
    case 'known':
      return 'a parameter that exists';
    case 'once':
      return 'the parameter only once';
    case 'object':
      return 'the description of an experiment';
  }
}

export const fields = {
  title: 'Settings',
  texts,
  groups,
  units,
  /** The name of a choice; the names of the link stand for themselves. */
  option: (field: string, name: string) =>
    (options as Record<string, Record<string, string> | undefined>)[field]?.[name] ?? name,
  slider: (label: string) => `${label}, slider`,
  more: (group: string) => `More: ${group.toLowerCase()}`,
  layer: (number: number) => `hidden layer ${f.integer(number)}`,
  range: (min: number, max: number) => `${f.bound(min)} to ${f.bound(max)}`,
  off: 'No variant uses this as things stand.',
  newSeed: (label: string) => `Another ${label.toLowerCase()}`,
  draw: 'Another',
  /** A bad value in the panel. */
  refused: (problem: ExperimentProblem, inUse: string) =>
    `Not possible: “${problem.got}”. Expected ${expectation(problem.expected)}. Still in use: ${inUse}.`,
  keepOne: 'At least one variant is needed.',
  /** A bad parameter in the link. */
  ignored: ({ where, expected, got }: ExperimentProblem) =>
    expected.kind === 'known'
      ? `“${where}” is no parameter of this lab (“${got}”).`
      : expected.kind === 'once'
        ? `“${where}” is there more than once; the first counts, not “${got}”.`
        : `“${where}=${got}” was left out: expected ${expectation(expected)}.`,
};
