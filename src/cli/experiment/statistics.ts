import { deviation, mean } from 'd3-array';

/** Mean of some runs and its standard error; NaN where there are too few. */
interface MeanError {
  mean: number;
  standardError: number;
}

/** Over the numbers that are finite. */
export function meanError(values: readonly number[]): MeanError {
  const finite = values.filter(Number.isFinite);
  return {
    mean: mean(finite) ?? Number.NaN,
    standardError: (deviation(finite) ?? Number.NaN) / Math.sqrt(finite.length),
  };
}

/** Mean ± standard error; of one run the number alone, of none a dash. */
export function meanErrorText(values: readonly number[], digits: number): string {
  const { mean, standardError } = meanError(values);
  if (Number.isNaN(mean)) return '–';
  const text = mean.toFixed(digits);
  return Number.isNaN(standardError) ? text : `${text} ± ${standardError.toFixed(digits)}`;
}
