import { MANY_GROUPS } from '#lib/experiment/statistics/many-groups.ts';
import { quantile } from '#lib/experiment/statistics/quantile.ts';
import type { Band } from '#lib/protocol/protocol.ts';
import type { Prediction, RunningMean } from './estimators/estimator.ts';
import { scoreOf } from './score.ts';

/** Error and NLL of one finished group of k draws. */
export interface GroupScore {
  error: number;
  loss: number;
}

/** Means over disjoint groups of k draws: every draw belongs to one group, none is used again. */
export interface Groups {
  k: number;
  scores: GroupScore[];
  /** Log-probabilities `[examples, classes]` of the mean of the first group; null before it is finished. */
  readonly first: Float64Array | null;
  add(prediction: Prediction): void;
}

/** Groups of `k` draws under one kind of mean. */
export function groupsOf(
  k: number,
  mean: RunningMean,
  labels: Int32Array,
  classes: number,
): Groups {
  const scores: GroupScore[] = [];
  const result = new Float64Array(labels.length * classes);
  let first: Float64Array | null = null;
  let members = 0;
  return {
    k,
    scores,
    get first() {
      return first;
    },
    add(prediction) {
      mean.add(prediction);
      if (++members < k) return;
      mean.result(result);
      first ??= result.slice();
      scores.push(groupScore(result, labels, classes));
      mean.clear();
      members = 0;
    },
  };
}

/** Error and mean NLL of log-probabilities `[examples, classes]`. */
export function groupScore(
  logProbabilities: ArrayLike<number>,
  labels: Int32Array,
  classes: number,
): GroupScore {
  const { wrong, loss } = scoreOf(logProbabilities, labels, classes);
  return { error: wrong / labels.length, loss };
}

/** Mean and band over the groups of each k; NaN where no group is finished. */
export function bandOf(
  groups: readonly Pick<Groups, 'scores'>[],
  quantity: keyof GroupScore,
): Band {
  const mean = new Float64Array(groups.length).fill(Number.NaN);
  const low = mean.slice();
  const high = mean.slice();
  groups.forEach(({ scores }, i) => {
    if (scores.length === 0) return;
    const values = scores.map((score) => score[quantity]).sort((a, b) => a - b);
    mean[i] = values.reduce((sum, value) => sum + value, 0) / values.length;
    const many = values.length >= MANY_GROUPS;
    low[i] = many ? quantile(values, 0.025) : values[0];
    high[i] = many ? quantile(values, 0.975) : values[values.length - 1];
  });
  return { mean, low, high };
}
