import { stabilityPreset } from '#lib/experiment/stability/presets.ts';
import type { StackSpec } from '#lib/experiment/stability/stack.ts';
import { noCure, type TrainingSpec } from '#lib/experiment/stability/training.ts';

/** One network of the table. All are trained at the same rate, for the same number of steps. */
export interface DeepNetwork {
  name: string;
  stack: StackSpec;
}

const small = { initialisation: 'normal', sigma: 0.01, width: 64, branch: 1 } as const;

function stack(change: Partial<StackSpec>): StackSpec {
  return { ...stabilityPreset('stuck').stack, ...small, ...change };
}

export const networks: readonly DeepNetwork[] = [
  { name: '20 sigmoid, N(0, .01²)', stack: stack({ depth: 20, activation: 'sigmoid' }) },
  {
    name: '20 scaled sigmoid 4σ(x) − 2, Xavier',
    stack: stack({ depth: 20, activation: 'scaled-sigmoid', initialisation: 'xavier-normal' }),
  },
  { name: '50 ReLU, N(0, .01²)', stack: stack({ depth: 50, activation: 'relu' }) },
  {
    name: '50 ReLU, N(0, .01²), h + f(h)',
    stack: stack({ depth: 50, activation: 'relu', residual: 'identity' }),
  },
  {
    name: '50 ReLU, He',
    stack: stack({ depth: 50, activation: 'relu', initialisation: 'he' }),
  },
];

/** Of every network: 1,000 drawn digits, no cure. */
export const training: TrainingSpec = {
  ...stabilityPreset('stuck').training,
  data: 'digits',
  examples: 1_000,
  learningRate: 0.01,
  momentum: 0.9,
  batch: 50,
  steps: 1_500,
  cure: noCure,
};
