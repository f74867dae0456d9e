import { z95, type Interval } from '#lib/experiment/statistics/interval.ts';
import { wilson } from '#lib/experiment/statistics/wilson.ts';
import type { Score as CrowdScore } from '#workers/averaging/score.ts';
import type { Crowd } from '#workers/observatory/crowd/crowd.ts';
import { valueOf, type Quantity } from './quantity.ts';

/** The predictors and means that are marked in the distribution. */
export type MarkName = 'best' | 'mean' | 'average' | 'off' | 'single';

export interface Mark {
  name: MarkName;
  value: number;
  /**
   * 95% interval. For a single predictor it covers the choice of test examples (Wilson for an
   * error, normal for a mean NLL); for the mean of drawn members, the draw. Null for the best
   * member, which was picked by these very examples, and for the mean of all members, which
   * involves no draw.
   */
  interval: Pick<Interval, 'low' | 'high'> | null;
}

/** The marks of a crowd; that of the single network only if it was trained. */
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
