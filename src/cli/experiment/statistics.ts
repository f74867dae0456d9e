import { deviation, mean } from 'd3-array';

/** Mean of some runs and its standard error; NaN where there are too few. */
export interface MeanError {
  mean: number;
  standardError: number;
}

export function meanError(values: readonly number[]): MeanError {
  return {
    mean: mean(values) ?? Number.NaN,
    standardError: (deviation(values) ?? Number.NaN) / Math.sqrt(values.length),
  };
}

/** Mean ± standard error; of one run the number alone, of none a dash. */
export function meanErrorText(values: readonly number[], digits: number): string {
  const { mean, standardError } = meanError(values);
  if (Number.isNaN(mean)) return '–';
  const text = mean.toFixed(digits);
  return Number.isNaN(standardError) ? text : `${text} ± ${standardError.toFixed(digits)}`;
}
