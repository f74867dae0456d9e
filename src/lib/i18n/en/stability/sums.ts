import { formats } from '../../formats.ts';

const { integer } = formats('en');

/** Product against sum. */
export const sums = {
  again: 'Draw anew',
  runs: (runs: number) => `${integer(runs)} repeats`,
  scale: 'Axis',
  scales: { size: 'Same axis for both', own: 'Each on its own axis' },
  product: (count: number) =>
    `Product of ${count === 1 ? '1 number' : `${integer(count)} numbers`}`,
  sum: (count: number) => `Sum of the same ${count === 1 ? 'number' : `${integer(count)} numbers`}`,
  theory: 'theory',
  nothing: 'Every number is 0: so are every product and every sum.',
  chart: {
    label: (of: string) => `${of}: how it scatters over the repeats`,
    y: 'Share of the repeats',
    size: 'Size, as a multiple of the median size',
    product: 'Size of the product',
    sum: 'Sum',
  },
  middle: {
    orders: (orders: string) => `middle 95%: ${orders} powers of ten`,
    factor: (factor: string) => `middle 95%: a factor of ${factor}`,
    range: (low: string, high: string) => `middle 95%: ${low} to ${high}`,
  },
  words: {
    product: (runs: number, low: string, high: string, orders: string) =>
      `The middle 95% of the products, ${integer(runs)} in all, reach from ${low} to ${high}: ${orders} powers of ten.`,
    sum: (low: string, high: string, factor: string, orders: string) =>
      `The middle 95% of the sums of the same numbers reach from ${low} to ${high}: a factor of ${factor}, or ${orders} powers of ten.`,
    signs: (low: string, high: string) =>
      `The middle 95% of the sums of the same numbers reach from ${low} to ${high}, of either sign.`,
    why: (count: number) =>
      `The logarithm of a product is a sum of ${count === 1 ? 'one logarithm' : `${integer(count)} logarithms`}: it scatters like a sum, and the product therefore by powers of ten.`,
  },
  figures: {
    caption: 'Mean and spread, measured and in theory',
    of: 'Over the repeats',
    mean: 'Mean ± standard error',
    deviation: 'Standard deviation',
    theory: 'Theory',
    product: 'log₁₀ of the size of the product',
    sum: 'Sum',
    note: 'Theory: mean and standard deviation are exact for both. The sum is exactly normal; the logarithm of the product is nearly so where there are many numbers.',
  },
  table: {
    caption: 'Product and sum of the same numbers: how they scatter over the repeats',
    head: [
      'Product, range on its axis',
      'Measured',
      'Theory',
      'Sum, range on its axis',
      'Measured',
      'Theory',
    ],
  },
};
