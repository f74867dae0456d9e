import { layoutOf } from '../../network/layout.ts';
import { statement, type Outcome } from '../statement.ts';
import { asymmetry, train } from '../tools/training.ts';

/** Trains a network whose weights all begin at .1; its two hidden layers have a drop probability of p. */
export function trainConstant(units: number, steps: number, p: number, seed: number): Outcome {
  const sizes = [5, units, units, 3];
  const start = new Float32Array(layoutOf(sizes, 1).total).fill(0.1);
  const settings = { learningRate: 0.1, momentum: 0, l2: 0, maxNorm: 0, p: [0, p, p] };
  const masks = { kind: 'fresh', seed } as const;
  const run = {
    sizes,
    activation: 'tanh',
    optimizer: 'sgd',
    masks,
    settings,
    steps,
    seed,
  } as const;
  const measured = asymmetry(train(run, start), sizes);
  return {
    measured,
    closedForm: 0,
    difference: measured,
    tolerance: 0,
    holds: measured === 0,
    checks: 2 * (units - 1),
  };
}

/**
 * From constant weights, gradient descent alone never tells the units of a hidden layer apart: after
 * any number of steps they are the same to the bit (Dive into Deep Learning, numerical stability).
 */
export const constantWeights = statement('constant-weights', ({ units, steps }, seed) =>
  trainConstant(units, steps, 0, seed),
);
