import { formats } from '../../formats.ts';
import type { PrecisionName } from '#lib/experiment/stability/stack.ts';

const { integer } = formats('en');

/** Products of random matrices. */
export const matrices = {
  again: 'Draw anew',
  progress: 'Products computed',
  runs: (done: number, of: number) => `${integer(done)} of ${integer(of)} products`,
  histogram: {
    title: 'Size of the largest entry at the end',
    x: 'Largest |entry| of the product',
    y: 'Share of the products',
    measured: (size: number, matrices: number) =>
      `products of ${integer(matrices)} matrices of ${size}×${size}, N(0, 1)`,
    law: 'theory, for the length of one column',
  },
  /** `brief` where there is little room. */
  marks: {
    brief: {
      typical: (size: string) => `typical: ${size}`,
      mean: (size: string) => `mean: ${size}`,
    },
    typical: (size: string) => `typical (mean of the logarithm): ${size}`,
    mean: (size: string) => `mean of the sizes: ${size}`,
  },
  fan: {
    title: 'On the way there, multiplication by multiplication',
    x: 'Multiplications',
    y: 'Largest |entry|',
    median: 'median',
    half: 'middle 50%',
    most: 'middle 90%',
    one: 'the first product',
    theory: 'theory: growth of the logarithm',
    border: (precision: PrecisionName) => `largest ${precision}`,
    lost: (precision: PrecisionName, k: number) => `${precision}: half lost from ${k} on`,
  },
  words: {
    size: (typical: string, from: string, to: string, orders: string) =>
      `The largest entry is typically ${typical}, but the middle 95% of the products reach from ${from} to ${to}: ${orders} powers of ten.`,
    mean: (mean: string, smaller: number, runs: number, share: string, expected: string) =>
      `The mean of the sizes misleads: it is ${mean}, and ${integer(smaller)} of ${integer(runs)} products are smaller; the largest one alone makes up ${share} of it. In expectation the root mean square length of a column is even about ${expected}, owed to products so rare that hardly any run meets one.`,
    theory: (
      mean: string,
      error: string,
      deviation: string,
      lawMean: string,
      lawDeviation: string,
      size: number,
    ) =>
      `log₁₀ of the largest entry: mean ${mean} (standard error ${error}), standard deviation ${deviation}. Theory, for the length of one column: mean ${lawMean}, standard deviation ${lawDeviation}. ${size === 1 ? 'With one entry the two are the same.' : `The largest of ${size * size} entries is not that length: the two differ by a little that no longer grows.`}`,
    growth: (factor: string) =>
      `In the long run each multiplication makes the product ${factor} times as large.`,
    lost: (precision: PrecisionName, k: number) =>
      `From multiplication ${k} on, at least half of the products have left ${precision}.`,
    /** `share` is the share of products that were lost, as text; null if none was. */
    kept: (precision: PrecisionName, share: string | null, near: number | null) =>
      `At the end ${share === null ? 'none of the products has' : `${share} of the products have`} left ${precision}${near === null ? '' : `; at this growth half of them would have done so near multiplication ${near}`}.`,
  },
  table: {
    range: 'log₁₀ of the largest entry',
    share: 'Measured',
    law: 'Theory, one column',
    fan: [
      'Multiplications',
      '5%',
      '25%',
      'Median',
      '75%',
      '95%',
      'First product',
      'Theory',
      'Lost in float16',
      'Lost in float32',
    ],
  },
};
