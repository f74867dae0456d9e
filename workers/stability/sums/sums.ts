import { generator } from '#lib/random/generator.ts';
import { key, streams } from '#lib/random/key.ts';
import type { SumsSpec } from '#lib/experiment/stability/small-probes.ts';
import type { Question } from '../../asking.ts';
import type { Memory } from '../../network/host/memory.ts';
import { quantilesOf } from '../tools/quantiles.ts';

export interface SumsJob extends SumsSpec {
  seed: number;
}

export interface SumsAnswer {
  /** log₁₀|∏ x| over the first k numbers, quantiles over the runs `[quantileLevels, count + 1]`. */
  products: Float64Array<ArrayBuffer>;
  /** Σ x over the first k numbers, likewise. */
  sums: Float64Array<ArrayBuffer>;
  /** The first run, `[count + 1]` each: log₁₀|∏ x|, and Σ x. */
  firstProduct: Float64Array<ArrayBuffer>;
  firstSum: Float64Array<ArrayBuffer>;
  /** The share of runs whose product is infinite, or 0, in float32 after k numbers, `[count + 1]`. */
  infinite: Float64Array<ArrayBuffer>;
  zero: Float64Array<ArrayBuffer>;
  /** Runs that the figures cover: fewer than asked for if the question was stopped. */
  runs: number;
}

/**
 * The product and the sum of the same random numbers N(centre, spread²). A sum has mean k·centre and
 * standard deviation √k·spread; the logarithm of a product is such a sum, so that the product itself
 * spreads over powers of ten.
 */
export const sums: Question<Memory, SumsJob, SumsAnswer> = async (_memory, job, { goesOn }) => {
  const { count, centre, spread, runs, seed } = job;
  const columns = count + 1;
  const products = new Float64Array(runs * columns);
  const totals = new Float64Array(runs * columns);
  const infinite = new Float64Array(columns);
  const zero = new Float64Array(columns);
  let done = 0;
  for (; done < runs && (await goesOn()); done++) {
    const random = generator(key(seed, streams.factor, 0, done));
    let single = 1;
    for (let k = 1, i = done * columns + 1; k < columns; k++, i++) {
      const x = centre + spread * random.normal();
      products[i] = products[i - 1] + Math.log10(Math.abs(x));
      totals[i] = totals[i - 1] + x;
      single = Math.fround(single * x);
      // Infinity · 0 is NaN, and counts as infinite.
      if (!Number.isFinite(single)) infinite[k]++;
      else if (single === 0) zero[k]++;
    }
  }
  const share = (counts: Float64Array<ArrayBuffer>) => counts.map((n) => n / done);
  return {
    products: quantilesOf(products, done, columns),
    sums: quantilesOf(totals, done, columns),
    firstProduct: products.slice(0, columns),
    firstSum: totals.slice(0, columns),
    infinite: share(infinite),
    zero: share(zero),
    runs: done,
  };
};
