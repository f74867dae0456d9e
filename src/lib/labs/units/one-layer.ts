import { key, streams } from '#lib/random/key.ts';
import { threshold } from '#lib/random/threshold.ts';
import { word } from '#lib/random/word.ts';

/** The five hidden units of the course notes' figure, with values that are easy to tell apart. */
export const layer: readonly number[] = [1, 2.5, 0.5, 2, 1.5];

/**
 * Training draws masks and, if `inverted`, divides kept units by 1 − p. Inference keeps all units.
 */
export interface Setting {
  p: number;
  mode: 'training' | 'inference';
  scaling: 'inverted' | 'none';
}

/** The effect of one sample on each unit. */
export interface Sample {
  kept: boolean[];
  /** x′ of each unit. */
  values: number[];
}

/** The factor for kept units; 0 instead of infinity at p = 1, where everything is dropped. */
function factor({ p, mode, scaling }: Setting): number {
  if (mode === 'inference' || scaling === 'none') return 1;
  return p < 1 ? 1 / (1 - p) : 0;
}

/** Sample number `index` under a setting: a pure function of both and of the seed. */
export function sampleOf(setting: Setting, seed: number, index: number): Sample {
  const limit = setting.mode === 'training' ? threshold(setting.p) : 0;
  const stream = key(seed, streams.trainingMask);
  const kept = layer.map((_, unit) => word(unit, 0, index, stream) >>> 8 >= limit);
  return { kept, values: layer.map((h, unit) => (kept[unit] ? h * factor(setting) : 0)) };
}

/** Mean and variance of each unit over the samples so far (Welford 1962). */
export interface Running {
  count: number;
  mean: number[];
  /** Sum of squared differences from the mean. */
  squares: number[];
}

export function nothingYet(): Running {
  return { count: 0, mean: layer.map(() => 0), squares: layer.map(() => 0) };
}

/** The running mean and variance with one more sample. */
export function withSample({ count, mean, squares }: Running, { values }: Sample): Running {
  const next = count + 1;
  const means = values.map((x, i) => mean[i] + (x - mean[i]) / next);
  return {
    count: next,
    mean: means,
    squares: values.map((x, i) => squares[i] + (x - mean[i]) * (x - means[i])),
  };
}

/** Variance over the samples so far, with divisor n; NaN before the first. */
export function varianceOf({ count, squares }: Running, unit: number): number {
  return count > 0 ? squares[unit] / count : Number.NaN;
}

/**
 * Mean and variance of each unit in the long run. Inverted dropout: E[x′] = h and
 * Var[x′] = h²·p/(1 − p), and both are 0 at p = 1. Without scaling: (1 − p)·h and h²·p·(1 − p).
 */
export function expected(setting: Setting): { mean: number[]; variance: number[] } {
  const p = setting.mode === 'inference' ? 0 : setting.p;
  const f = factor(setting);
  return {
    mean: layer.map((h) => (1 - p) * f * h),
    variance: layer.map((h) => f ** 2 * h ** 2 * p * (1 - p)),
  };
}

/** The largest x′ that any sample can show, which sets the scale of the drawing. */
export function largestValue(setting: Setting): number {
  return Math.max(...layer) * Math.max(1, factor(setting));
}
