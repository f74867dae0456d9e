import type { Batch, Ensemble, EnsembleSpec, StepSettings } from '#workers/network/ensemble.ts';
import { batchAt, examples, sizesOf } from './examples.ts';

const data = examples(13, 7, 3);

/** Two hidden layers, dropout on the input and on both. */
export function dropoutSpec(optimizer: 'sgd' | 'adam', members = 3): EnsembleSpec {
  const masks = { kind: 'fresh', seed: 9 } as const;
  return { sizes: sizesOf(2), members, activation: 'relu', optimizer, batch: 5, masks };
}

export const dropoutSettings: StepSettings = {
  learningRate: 0.05,
  momentum: 0.9,
  l2: 0.01,
  maxNorm: 1.2,
  p: [0.2, 0.5, 0.5],
};

/** The batch of a step; the last of each epoch is smaller than the others. */
export function trainingBatch({ batch, sizes }: EnsembleSpec, step: number): Batch {
  return batchAt(data, batch, sizes[0], step);
}

/** Takes the steps `from` … `to` − 1. */
export function train(
  network: Ensemble,
  from: number,
  to: number,
  settings: StepSettings = dropoutSettings,
): void {
  for (let step = from; step < to; step++) {
    network.step(trainingBatch(network.spec, step), step, settings);
  }
}
