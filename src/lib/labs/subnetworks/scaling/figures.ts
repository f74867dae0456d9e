import { deviation, mean, sum } from 'd3-array';
import type { StyleName } from '#lib/charts/styles.ts';
import type { LineSeries } from '#lib/charts/types.ts';
import type { Interval } from '#lib/experiment/statistics/interval.ts';
import { pairedLosses, student95 } from '#lib/experiment/statistics/paired-losses.ts';
import { verdict, type Relation } from '#lib/experiment/statistics/verdict.ts';
import { wilson } from '#lib/experiment/statistics/wilson.ts';
import type { Scaled, ScalingAnswer, TestScaling } from '#workers/observatory/scaling/scaling.ts';

export type Metric = 'error' | 'loss' | 'ece';

/** The three different functions: `keep` (times 1 − p) and inverted dropout give the same one. */
export const functions = ['none', 'drop', 'keep'] as const;
export type ScaledFunction = (typeof functions)[number];

/**
 * The style of each function is that of the most similar estimator; `keep` is dropout turned off.
 */
export const functionStyles: Record<ScaledFunction, StyleName> = {
  none: 'one-subnetwork',
  drop: 'geometric-mean',
  keep: 'off',
};

export function scaledBy({ scaled }: ScalingAnswer, scaling: TestScaling): Scaled {
  return scaled.find((one) => one.scaling === scaling)!;
}

/** A figure with its 95% interval over test examples; the calibration error has none. */
export function figureOf({ wrong, loss, calibration }: Scaled, metric: Metric): Interval {
  const n = wrong.length;
  if (metric === 'error') return wilson(sum(wrong), n);
  if (metric === 'ece') return { value: calibration.ece, low: NaN, high: NaN };
  const value = mean(loss) ?? NaN;
  const half = n > 1 ? (student95(n - 1) * deviation(loss)!) / Math.sqrt(n) : NaN;
  return { value, low: value - half, high: value + half };
}

/** A metric of the three functions against the drop probabilities evaluated so far. */
export function seriesOf(
  points: ReadonlyMap<number, ScalingAnswer>,
  metric: Metric,
  names: Record<ScaledFunction, string>,
): LineSeries[] {
  const x = [...points.keys()].sort((a, b) => a - b);
  return functions.map((scaling) => {
    const figures = x.map((p) => figureOf(scaledBy(points.get(p)!, scaling), metric));
    return {
      key: scaling,
      name: names[scaling],
      style: functionStyles[scaling],
      x,
      y: figures.map(({ value }) => value),
      ...(metric !== 'ece' && {
        band: { low: figures.map(({ low }) => low), high: figures.map(({ high }) => high) },
      }),
    };
  });
}

/** A wrong scaling compared with the right one; `same` if not one prediction differs. */
export type Outcome = Relation | 'same';

export function outcomeOf(
  answer: ScalingAnswer,
  scaling: 'none' | 'drop',
  metric: 'error' | 'loss',
): Outcome {
  const [a, b] = [scaledBy(answer, scaling), scaledBy(answer, 'keep')];
  if (a.loss.every((loss, i) => loss === b.loss[i])) return 'same';
  if (metric === 'error') return verdict(a.wrong, b.wrong).relation;
  const { low, high } = pairedLosses(a.loss, b.loss);
  return high < 0 ? 'better' : low > 0 ? 'worse' : 'no clear difference';
}

/** The drop probabilities with each outcome, ascending. Outcomes that do not occur are left out. */
export function outcomesOf(
  points: ReadonlyMap<number, ScalingAnswer>,
  scaling: 'none' | 'drop',
  metric: 'error' | 'loss',
): { outcome: Outcome; rates: number[] }[] {
  const all = [...points].map(([p, answer]) => ({
    p,
    outcome: outcomeOf(answer, scaling, metric),
  }));
  const outcomes = ['worse', 'better', 'no clear difference', 'same'] as const;
  return outcomes.flatMap((outcome) => {
    const rates = all.filter((one) => one.outcome === outcome).map(({ p }) => p);
    return rates.length > 0 ? [{ outcome, rates: rates.sort((a, b) => a - b) }] : [];
  });
}

/**
 * The factor by which the outputs of a layer dropped with p are too large at test time compared
 * with training: 1/(1−p), p/(1−p) or 1.
 */
export function excess(scaling: TestScaling, p: number): number {
  if (scaling === 'none') return 1 / (1 - p);
  return scaling === 'drop' ? p / (1 - p) : 1;
}

/** The average confidence of a network, and its accuracy. */
export function sureness({ wrong, calibration }: Scaled): { sure: number; right: number } {
  const { count, confidence } = calibration;
  const sure = sum(count, (examples, bin) => (examples > 0 ? examples * confidence[bin] : 0));
  return { sure: sure / wrong.length, right: 1 - mean(wrong)! };
}
