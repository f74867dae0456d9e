import { deviation, mean } from 'd3-array';

/** A mean over test examples, and its standard error. */
export interface Estimate {
  value: number;
  /** s/√n; NaN for fewer than two examples. */
  error: number;
}

/** Of one figure for each example. NaN where one of them is no finite number: nothing is passed over. */
export function estimateOf(values: Float64Array): Estimate {
  if (values.length === 0 || !values.every(Number.isFinite)) return { value: NaN, error: NaN };
  return {
    value: mean(values)!,
    error: (deviation(values) ?? NaN) / Math.sqrt(values.length),
  };
}
