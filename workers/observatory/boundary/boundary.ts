import type { VariantName } from '#lib/experiment/experiment.ts';
import { predictionOf } from '../../averaging/estimators/estimator.ts';
import { thinnedNetwork } from '../../averaging/thinned.ts';
import type { Question } from '../question.ts';
import { networkOf } from '../study.ts';

export interface BoundaryJob {
  /** Places to predict at, `[points, inputs]`. */
  rows: Float32Array;
}

/** Probabilities `[points, classes]` of a whole network; null where its variant was not trained. */
export interface BoundaryAnswer {
  single: Float32Array | null;
  /** Trained with dropout, which is turned off. */
  off: Float32Array | null;
}

/** What the whole networks make of each place: the one without dropout, and the one with it, off. */
export const boundary: Question<BoundaryJob, BoundaryAnswer> = (study, { rows }) => {
  const { spec, inputs, memory } = study;
  const whole = (variant: VariantName) => {
    if (!study.checkpoints.some((checkpoint) => checkpoint.variant === variant)) return null;
    const count = rows.length / inputs;
    const network = thinnedNetwork(spec, networkOf(study, variant), rows, count, memory);
    const everything = spec.sizes.slice(0, -1);
    const predicted = network.predict(
      everything.map(() => null),
      everything.map(() => 1),
    );
    network.release();
    return predictionOf(predicted).probabilities;
  };
  return { single: whole('single'), off: whole('dropout') };
};
