import type { VariantName } from '#lib/experiment/experiment.ts';
import { predictionOf } from '../../averaging/estimators/estimator.ts';
import { dropoutOff } from '../../averaging/off.ts';
import type { Question } from '../../asking.ts';
import { thinnedOf, trainedOf, type Study } from '../study.ts';

export interface BoundaryJob {
  /** Places to predict at, `[points, inputs]`. */
  rows: Float32Array;
}

/** Probabilities `[points, classes]` of a whole network; null where its variant was not trained. */
export interface BoundaryAnswer {
  single: Float32Array | null;
  /** The network trained with dropout, with dropout turned off. */
  off: Float32Array | null;
}

/**
 * What the whole networks predict at each place: the one trained without dropout, and the one
 * trained with it, with dropout turned off.
 */
export const boundary: Question<Study, BoundaryJob, BoundaryAnswer> = (study, { rows }) => {
  const whole = (variant: VariantName) => {
    if (!trainedOf(study, variant)) return null;
    const network = thinnedOf(study, variant, rows);
    const predicted = dropoutOff(network, study.p);
    network.release();
    return predictionOf(predicted).probabilities;
  };
  return { single: whole('single'), off: whole('dropout') };
};
