import { MANY_GROUPS } from '#lib/experiment/statistics/many-groups.ts';
import type { AveragingCurve, Band } from '#lib/protocol/protocol.ts';
import type { ExactAverage } from '#lib/crew/average/view.ts';
import type { StyleName } from './styles.ts';
import type { LineSeries, Zone } from './types.ts';

/** The averaging chart, as lines. */

export const FIRST_K = 1;
export const LAST_K = 1_000;

/** Another variant's mean prediction. */
export interface Level {
  name: string;
  style: StyleName;
  error: number;
  loss: number;
}

type Metric = 'error' | 'loss';

export function averagingSeries(
  curve: AveragingCurve | null,
  metric: Metric,
  levels: readonly Level[],
  names: {
    arithmetic: string;
    geometric: string;
    off: string;
    exactArithmetic: string;
    exactGeometric: string;
  },
  exact: ExactAverage['means'] = null,
): LineSeries[] {
  const x = curve && curve.k.length > 0 ? curve.k : Int32Array.of(FIRST_K, LAST_K);
  const level = (name: string, style: StyleName, value: number): LineSeries => ({
    key: `level:${style}:${name}`,
    name,
    style,
    ends: true,
    x,
    y: new Float64Array(x.length).fill(value),
  });
  return [
    mean('arithmetic-mean', names.arithmetic, curve, curve?.arithmetic[metric]),
    mean('geometric-mean', names.geometric, curve, curve?.geometric[metric]),
    level(names.off, 'off', curve?.off[metric] ?? NaN),
    ...(exact
      ? [
          level(names.exactArithmetic, 'exact-arithmetic-mean', exact.arithmetic[metric]),
          level(names.exactGeometric, 'exact-geometric-mean', exact.geometric[metric]),
        ]
      : []),
    ...levels.map((each) => level(each.name, each.style, each[metric])),
  ];
}

function mean(
  style: 'arithmetic-mean' | 'geometric-mean',
  name: string,
  curve: AveragingCurve | null,
  band: Band | undefined,
): LineSeries {
  const none = new Float64Array(0);
  if (!curve || !band)
    return { key: style, name, style, x: none, y: none, band: { low: none, high: none } };
  const drawn = (values: Float64Array, least: number) =>
    values.map((value, i) => (curve.groups[i] >= least ? value : NaN));
  return {
    key: style,
    name,
    style,
    x: curve.k,
    y: drawn(band.mean, 1),
    // One group has no spread: a band of no width would claim that there is no noise.
    band: { low: drawn(band.low, 2), high: drawn(band.high, 2) },
  };
}

/**
 * The zone of the k with fewer than `MANY_GROUPS` groups; an empty list if there is no such k.
 */
export function fewGroupsZone(curve: AveragingCurve, label: string): Zone[] {
  const first = curve.groups.findIndex((groups) => groups < MANY_GROUPS);
  if (first < 0 || curve.k.length === 0) return [];
  const k = curve.k[first];
  // Begin halfway (on the log axis) between the last k with enough groups and this one.
  const from = first === 0 ? k : Math.sqrt(k * curve.k[first - 1]);
  return [{ from, to: LAST_K, label }];
}
