import { deviation, mean } from 'd3-array';

/** A mean over test examples, and its standard error. */
export interface Estimate {
  value: number;
  /** s/√n; NaN for fewer than two examples. */
  error: number;
}

/** The mean over examples. NaN if any value is not finite, since none may be skipped silently. */
export function estimateOf(values: Float64Array): Estimate {
  if (values.length === 0 || !values.every(Number.isFinite)) return { value: NaN, error: NaN };
  return {
    value: mean(values)!,
    error: (deviation(values) ?? NaN) / Math.sqrt(values.length),
  };
}
