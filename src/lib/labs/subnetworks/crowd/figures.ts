import { z95, type Interval } from '#lib/experiment/statistics/interval.ts';
import { wilson } from '#lib/experiment/statistics/wilson.ts';
import type { Score as CrowdScore } from '#workers/averaging/score.ts';
import type { Crowd } from '#workers/observatory/crowd/crowd.ts';
import { valueOf, type Quantity } from './quantity.ts';

/** What is marked in the distribution. */
export type MarkName = 'best' | 'mean' | 'average' | 'off' | 'single';

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

/** The marks of a crowd; those that there are. */
export function marksOf(crowd: Crowd, quantity: Quantity): Mark[] {
  const { kind, examples, average, off, single } = crowd;
  const { least, mean, deviation, count } = crowd[quantity];
  const scored = (name: MarkName, score: CrowdScore): Mark => ({
    name,
    value: valueOf(score, examples, quantity),
    interval:
      quantity === 'error' ? wilson(score.wrong, examples) : around(score.loss, score.lossError),
  });
  return [
    { name: 'best', value: least, interval: null },
    {
      name: 'mean',
      value: mean,
      interval: kind === 'drawn' ? around(mean, deviation / Math.sqrt(count)) : null,
    },
    scored('average', average),
    scored('off', off),
    ...(single ? [scored('single', single)] : []),
  ];
}

function around(value: number, error: number): Pick<Interval, 'low' | 'high'> {
  return { low: value - z95 * error, high: value + z95 * error };
}
