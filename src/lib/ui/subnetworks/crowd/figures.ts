import { z95, type Interval } from '../../../experiment/statistics/interval.ts';
import { wilson } from '../../../experiment/statistics/wilson.ts';
import type { Crowd, CrowdScore } from '#workers/observatory/crowd.ts';
import { valueOf, valuesOf, type Quantity } from './quantity.ts';

/** What is marked in the distribution. */
export const markNames = ['best', 'mean', 'average', 'off', 'single'] as const;
export type MarkName = (typeof markNames)[number];

export interface Mark {
  name: MarkName;
  value: number;
  /**
   * 95%. Of one predictor: over the test examples that might have been (Wilson for an error, normal
   * for a mean NLL). Of the mean of drawn members: over the draws. Null for the best one, which was
   * chosen by these very examples, and for the mean of all members, which nothing was drawn for.
   */
  interval: Pick<Interval, 'low' | 'high'> | null;
}

/** The marks of a crowd, in the order of `markNames`; those that there are. */
export function marksOf(crowd: Crowd, quantity: Quantity): Mark[] {
  const values = valuesOf(crowd, quantity);
  if (values.length === 0) return [];
  const scored = (name: MarkName, score: CrowdScore): Mark => ({
    name,
    value: valueOf(score, crowd.examples, quantity),
    interval:
      quantity === 'error'
        ? wilson(score.wrong, crowd.examples)
        : around(score.loss, score.lossError),
  });
  const { mean, error } = momentsOf(values, crowd.weight);
  return [
    { name: 'best', value: values.reduce((a, b) => Math.min(a, b)), interval: null },
    {
      name: 'mean',
      value: mean,
      interval: crowd.kind === 'drawn' ? around(mean, error) : null,
    },
    scored('average', crowd.average),
    scored('off', crowd.off),
    ...(crowd.single ? [scored('single', crowd.single)] : []),
  ];
}

/** The weighted mean, and the standard error it has where each weighs 1 and was drawn by itself. */
function momentsOf(values: Float64Array, weight: Float64Array): { mean: number; error: number } {
  let [total, sum] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    total += weight[i];
    sum += weight[i] * values[i];
  }
  const mean = sum / total;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += weight[i] * (values[i] - mean) ** 2;
  return { mean, error: Math.sqrt(squares / Math.max(1, total - 1) / total) };
}

function around(value: number, error: number): Pick<Interval, 'low' | 'high'> {
  return { low: value - z95 * error, high: value + z95 * error };
}

/** How the subnetworks that were met compare with dropout turned off. */
export interface Compared {
  met: number;
  /** Those with a lower value, and with the very same. */
  better: number;
  same: number;
  /** What the better ones weigh, as a share of all that were met. */
  share: number;
  /** What all that were met weigh of the whole, where all are to be met: 1 once they are. */
  covered: number;
  /** Where they were drawn: Wilson's 95% interval for the share among all subnetworks. */
  interval: Interval | null;
}

export function comparedWithOff(crowd: Crowd, quantity: Quantity): Compared {
  const values = valuesOf(crowd, quantity);
  const off = valueOf(crowd.off, crowd.examples, quantity);
  let [better, same, lighter, total] = [0, 0, 0, 0];
  values.forEach((value, i) => {
    total += crowd.weight[i];
    if (value === off) same++;
    if (value >= off) return;
    better++;
    lighter += crowd.weight[i];
  });
  const drawn = crowd.kind === 'drawn';
  return {
    met: values.length,
    better,
    same,
    share: lighter / total,
    covered: drawn ? Number.NaN : total,
    interval: drawn ? wilson(better, values.length) : null,
  };
}
