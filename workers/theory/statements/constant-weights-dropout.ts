import { trainConstant } from './constant-weights.ts';
import { statement } from '../statement.ts';

/** The control of constant weights: dropout does break the symmetry. */
export const constantWeightsDropout = statement(
  'constant-weights-dropout',
  ({ units, steps, p }, seed) => trainConstant(units, steps, p, seed),
);
