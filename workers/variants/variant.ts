import type { Experiment } from '#lib/experiment/experiment.ts';
import type { MaskRule } from '../network/masks.ts';
import type { EstimatorName } from '#lib/protocol/protocol.ts';

/** One way of training, and how what was trained predicts. */
export interface Variant {
  /** Networks with weights of their own. */
  members(experiment: Experiment): number;
  /** The masks of training. */
  masks(experiment: Experiment): MaskRule;
  /** λ of the L2 penalty. */
  l2(experiment: Experiment): number;
  /** Standard deviation of the noise on the inputs while training. */
  inputNoise(experiment: Experiment): number;
  /** The variant's own estimators; the first is the one that its curves show. */
  estimators(experiment: Experiment): Estimator[];
}

/** One way of predicting: the arithmetic mean over the members of all passes. */
export interface Estimator {
  name: EstimatorName;
  /** The masks of each pass of the whole ensemble. */
  passes: MaskRule[];
}

const off: MaskRule = { kind: 'none' };

/** One network without dropout: what the others change. */
export const plain: Variant = {
  members: () => 1,
  masks: () => off,
  l2: ({ training }) => training.l2,
  inputNoise: () => 0,
  estimators: () => [{ name: 'off', passes: [off] }],
};
