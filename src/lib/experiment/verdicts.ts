import { mean } from 'd3-array';
import { mainEstimator, type EstimatorName, type ScoredEstimator } from './evaluation.ts';
import type { VariantName } from './experiment.ts';
import { verdict, type Comparison } from './statistics/verdict.ts';

/** One of the two in a comparison. */
export interface Contestant {
  variant: VariantName;
  estimator: EstimatorName;
  /** Networks averaged. */
  k: number;
}

/** A comparison worth a sentence; the page says it in its language. */
export interface Verdict extends Comparison {
  /** A variant against the control, or an average of subnetworks against the same weights with dropout off. */
  kind: 'against-single' | 'average-against-off';
  subject: Contestant;
  object: Contestant;
  /** Shares of the compared examples, in [0, 1]. */
  subjectError: number;
  objectError: number;
  /** Test examples that both were scored on: the first of the test set. */
  examples: number;
  /** Steps of training that both had seen. */
  step: number;
}

/**
 * The few comparisons of a run that are worth a sentence: each variant's main estimator against
 * `single`, in the order of `evaluations`; then each mean of subnetworks, at its largest k, against
 * dropout off from the same weights (does the average meet off?).
 *
 * Only networks after the same number of steps are compared, and only over the test examples that
 * both were scored on. Where an estimator comes more than once, the one of the most steps counts.
 * Variants that `diverged` are left out: their last weights are from before the breakdown.
 */
export function verdicts(
  all: readonly ScoredEstimator[],
  diverged: readonly VariantName[] = [],
): Verdict[] {
  const evaluations = all.filter(({ variant }) => !diverged.includes(variant));
  const variants = [...new Set(evaluations.map(({ variant }) => variant))];
  const find = (variant: VariantName, estimator: EstimatorName, step?: number) =>
    evaluations
      .filter((e) => e.variant === variant && e.estimator === estimator)
      .filter((e) => step === undefined || e.step === step)
      .reduce<ScoredEstimator | undefined>(later, undefined);

  const single = find('single', 'off');
  const found: (Verdict | undefined)[] = [];
  for (const variant of variants) {
    if (variant === 'single') continue;
    const main = single && find(variant, mainEstimator(variant), single.step);
    found.push(main && compare('against-single', main, single));
  }
  for (const variant of variants) {
    if (variant !== 'dropout' && variant !== 'shared-subnetworks') continue;
    for (const estimator of ['members-mean', 'arithmetic-mean', 'geometric-mean'] as const) {
      const average = find(variant, estimator);
      const off = average && find(variant, 'off', average.step);
      found.push(off && compare('average-against-off', average, off));
    }
  }
  return found.filter((one) => one !== undefined);
}

/** Of two results of an estimator, the one after more steps, or else of more networks. */
function later(best: ScoredEstimator | undefined, one: ScoredEstimator): ScoredEstimator {
  if (best === undefined) return one;
  const ahead = one.step - best.step || one.k - best.k;
  return ahead > 0 ? one : best;
}

function compare(
  kind: Verdict['kind'],
  subject: ScoredEstimator,
  object: ScoredEstimator,
): Verdict | undefined {
  const examples = Math.min(subject.testWrong.length, object.testWrong.length);
  if (examples === 0) return undefined;
  const a = subject.testWrong.subarray(0, examples);
  const b = object.testWrong.subarray(0, examples);
  return {
    kind,
    subject: contestant(subject),
    object: contestant(object),
    ...verdict(a, b),
    subjectError: mean(a)!,
    objectError: mean(b)!,
    examples,
    step: subject.step,
  };
}

function contestant({ variant, estimator, k }: ScoredEstimator): Contestant {
  return { variant, estimator, k };
}
