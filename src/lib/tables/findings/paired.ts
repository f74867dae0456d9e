import type { Relation } from '#lib/experiment/statistics/verdict.ts';

/** A mean difference over the seeds, its standard error, and what it allows to be said. */
export interface Difference {
  mean: number;
  standardError: number;
  seeds: number;
  relation: Relation;
}

/** Figures of the seeds of one row: null where a run diverged. */
export type PerSeed = readonly (number | null)[];

/** A difference counts as clear where it is more than this many standard errors from 0. */
const clearFrom = 2;

/**
 * The mean of `a − b` over the seeds that have both, and its standard error. Lower is better, as with
 * every quantity that is stored: `better` is clearly below 0. Null where fewer than two seeds have both.
 */
export function paired(a: PerSeed, b: PerSeed): Difference | null {
  return differenceOf(
    a.flatMap((one, seed) => {
      const other = b[seed];
      return one === null || other === null || other === undefined ? [] : [one - other];
    }),
  );
}

/** The same from differences that were taken already, one for each seed. */
export function differenceOf(values: readonly number[]): Difference | null {
  const seeds = values.length;
  if (seeds < 2) return null;
  const mean = values.reduce((sum, one) => sum + one, 0) / seeds;
  const squares = values.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const standardError = Math.sqrt(squares / (seeds - 1) / seeds);
  const clear = Math.abs(mean) > clearFrom * standardError;
  const relation = !clear ? 'no clear difference' : mean < 0 ? 'better' : 'worse';
  return { mean, standardError, seeds, relation };
}

/**
 * The probability that a mean lies more than `clearFrom` standard errors from 0 by chance alone:
 * P(|t| > 2) of Student's t with ν = `seeds − 1` degrees of freedom, by its finite sums (Abramowitz
 * and Stegun 1964, 26.7.3–4). For five seeds it is .116. Exact for normal differences; NaN for
 * fewer than two seeds.
 */
export function chanceAlone(seeds: number): number {
  const freedom = seeds - 1;
  if (freedom < 1) return Number.NaN;
  const angle = Math.atan(clearFrom / Math.sqrt(freedom));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const odd = freedom % 2 === 1;
  let term = odd ? cosine : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let i = odd ? 3 : 2; i <= freedom - 2; i += 2) {
    term *= ((i - 1) / i) * cosine ** 2;
    sum += term;
  }
  return 1 - (odd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum);
}
