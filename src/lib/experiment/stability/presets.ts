import type { StabilityState } from './state.ts';
import { noCure } from './training.ts';

/** The stops of the tour: each a state of the page, the first its usual one. */

const signals: StabilityState = {
  version: 1,
  preset: 'sigmoid',
  view: 'signals',
  stack: {
    depth: 50,
    width: 128,
    widths: 'constant',
    initialisation: '1/n_in',
    sigma: 0.01,
    gain: 1,
    activation: 'sigmoid',
    residual: 'none',
    branch: 2,
    drop: 0,
    inputs: { count: 32, mean: 0, scale: 1 },
    precision: 'float32',
    lossScale: 1,
    networks: 20,
    seed: 1,
  },
  training: {
    data: 'digits',
    examples: 1_000,
    learningRate: 0.01,
    momentum: 0.9,
    batch: 50,
    steps: 300,
    cure: noCure,
    changes: [],
  },
  grid: { rows: 'initialisation', lowest: 0.001, highest: 1, columns: 4 },
  products: { factor: 2, count: 100 },
  matrices: { size: 4, count: 100, runs: 200 },
  sums: { count: 100, centre: 1, spread: 0.3, runs: 500 },
  taylor: { activation: 'tanh', order: 3, reach: 4 },
  recurrence: { units: 64, steps: 100, gain: 1, forgetBias: 1, noise: 0.3, networks: 20 },
  compute: { backend: 'auto', render: 'single' },
};

type Stack = StabilityState['stack'];
type Training = StabilityState['training'];

function stack(name: string, change: Partial<Stack>): StabilityState {
  return { ...signals, preset: name, stack: { ...signals.stack, ...change } };
}

/** A stack of 50 ReLU layers of 64 units that is trained; a branch is one layer. */
function learning(
  name: string,
  change: Partial<Stack>,
  training: Partial<Training> = {},
): StabilityState {
  const of = stack(name, {
    activation: 'relu',
    width: 64,
    branch: 1,
    initialisation: 'he',
    ...change,
  });
  return { ...of, view: 'learning', training: { ...of.training, ...training } };
}

/** Each of its blocks doubles the variance of the signal: He inside, and the identity beside it. */
const doubling = { residual: 'identity', branch: 2, depth: 20 } as const;
/** Units that begin alike, with weights and a rate at which one unit a layer still learns something. */
const alike = { initialisation: 'constant', sigma: 0.02, depth: 2 } as const;
const slowly = { learningRate: 0.03, steps: 600 } as const;
const relu = { activation: 'relu', initialisation: 'he' } as const;

/** Every stop, by its name in the link. */
const stabilityPresets = {
  sigmoid: signals,
  products: { ...signals, preset: 'products', view: 'products' },
  sums: { ...signals, preset: 'sums', view: 'sums' },
  matrices: { ...signals, preset: 'matrices', view: 'matrices' },
  taylor: { ...signals, preset: 'taylor', view: 'taylor' },
  'small-weights': stack('small-weights', { ...relu, initialisation: 'normal', sigma: 0.01 }),
  'large-weights': stack('large-weights', { ...relu, initialisation: 'normal', sigma: 1 }),
  tanh: stack('tanh', { activation: 'tanh', initialisation: 'xavier-normal' }),
  'scaled-sigmoid': stack('scaled-sigmoid', {
    activation: 'scaled-sigmoid',
    initialisation: 'xavier-normal',
  }),
  he: stack('he', relu),
  compromise: stack('compromise', {
    activation: 'none',
    widths: 'alternating',
    initialisation: 'xavier-normal',
  }),
  dropout: stack('dropout', { ...relu, drop: 0.5, depth: 10 }),
  residual: stack('residual', { ...relu, residual: 'identity', depth: 20 }),
  'scaled-residual': stack('scaled-residual', { ...relu, residual: 'scaled', depth: 20 }),
  'half-precision': stack('half-precision', {
    activation: 'sigmoid',
    precision: 'float16',
    depth: 14,
    networks: 3,
  }),
  'loss-scaling': stack('loss-scaling', {
    activation: 'sigmoid',
    precision: 'float16',
    depth: 14,
    networks: 3,
    lossScale: 2 ** 10,
  }),
  recurrence: { ...signals, preset: 'recurrence', view: 'recurrence' },
  stuck: learning('stuck', { initialisation: 'normal' }),
  rescued: learning('rescued', { initialisation: 'normal', residual: 'identity' }),
  explodes: learning('explodes', doubling),
  clipped: learning('clipped', doubling, {
    cure: { ...noCure, kind: 'norm' },
  }),
  symmetry: learning('symmetry', alike, slowly),
  'broken-symmetry': learning('broken-symmetry', alike, {
    ...slowly,
    cure: { ...noCure, drop: '0.5' },
  }),
  // 64 trainings of about a second each: half a minute on two cores. Deeper, only He would train at all.
  grid: {
    ...learning('grid', { depth: 10 }),
    view: 'grid',
    grid: { rows: 'initialisation', lowest: 0.0003, highest: 1, columns: 8 },
  },
} as const satisfies Record<string, StabilityState>;

export type StabilityPresetName = keyof typeof stabilityPresets;
export const stabilityPresetNames = Object.keys(stabilityPresets) as [
  StabilityPresetName,
  ...StabilityPresetName[],
];

/** A fresh copy of a stop. */
export function stabilityPreset(name: StabilityPresetName): StabilityState {
  return structuredClone<StabilityState>(stabilityPresets[name]);
}
