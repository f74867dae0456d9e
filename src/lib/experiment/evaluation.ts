import type { VariantName } from './experiment.ts';

/** One way of predicting from what was trained; the same names as in the workers' protocol. */
export type EstimatorName =
  | 'off'
  | 'members-mean'
  | 'arithmetic-mean'
  | 'geometric-mean'
  | 'one-subnetwork'
  /** Over all 2ⁿ subnetworks, each weighted by its probability. */
  | 'exact-arithmetic-mean'
  | 'exact-geometric-mean';

/**
 * What one estimator scores, example by example. The part of the protocol's `Evaluation` that results
 * and verdicts need; this room imports nothing from the crew, so it says itself what it takes.
 */
export interface ScoredEstimator {
  variant: VariantName;
  estimator: EstimatorName;
  /** Networks averaged. */
  k: number;
  step: number;
  /** NaN where the estimator was not run on the training rows. */
  trainError: number;
  trainLoss: number;
  /** 1 where the test example is predicted wrongly, `[examples]`. */
  testWrong: Uint8Array;
  /** NLL of each test example in nats, `[examples]`. */
  testLoss: Float32Array;
}

/** The estimator that a variant is judged by: of an ensemble its mean, of one network dropout off. */
export function mainEstimator(variant: VariantName): EstimatorName {
  switch (variant) {
    case 'subnetworks':
    case 'shared-subnetworks':
    case 'full-ensemble':
      return 'members-mean';
    default:
      return 'off';
  }
}
