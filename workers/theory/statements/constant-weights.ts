import { statement } from '../statement.ts';
import { trainConstant } from '../tools/training.ts';

/**
 * From constant weights, gradient descent alone never tells the units of a hidden layer apart: after
 * any number of steps they are the same to the bit (Dive into Deep Learning, numerical stability).
 */
export const constantWeights = statement('constant-weights', ({ units, steps }, seed) =>
  trainConstant(units, steps, 0, seed),
);
