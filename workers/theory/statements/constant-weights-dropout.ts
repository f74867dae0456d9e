import { statement } from '../statement.ts';
import { trainConstant } from '../tools/training.ts';

/** The control of constant weights: dropout does break the symmetry. */
export const constantWeightsDropout = statement(
  'constant-weights-dropout',
  ({ units, steps, p }, seed) => trainConstant(units, steps, p, seed),
);
