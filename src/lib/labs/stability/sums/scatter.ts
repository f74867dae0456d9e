import { binsOf, meanAndDeviation, quantile, type Bins } from '../products/plot/bins.ts';
import { normalShare, type Normal } from '../products/plot/normal.ts';
import { productLaw, sumLaw } from './log-law.ts';
import type { Repeats } from './repeats.ts';

/** `size`: both as powers of ten of their median size, on one axis. `own`: each on its own. */
export type ScaleName = 'size' | 'own';

/** One quantity over the repeats, ready to be drawn. */
export interface Scatter {
  bins: Bins;
  /** The probability that theory gives to a bin around a place of the axis. */
  theory(at: number): number;
  /** The middle 95%, on the axis. */
  middle: [number, number];
}

/** What rounding leaves of no spread at all, as a share of the mean. */
const rounding = 1e-10;
const bars = 61;
const outer = [0.003, 0.997] as const;
const inner = [0.025, 0.975] as const;

/** Product and sum on the axis asked for. */
export function scatterOf(repeats: Repeats, scale: ScaleName): { product: Scatter; sum: Scatter } {
  const { job, products, sums } = repeats;
  const product = productLaw(job.count, job.centre, job.spread);
  const sum = sumLaw(job.count, job.centre, job.spread);
  if (scale === 'own') {
    return {
      product: plain(products.toSorted(), product),
      sum: plain(sums.toSorted(), sum),
    };
  }
  const sizes = sums.map((x) => Math.log10(Math.abs(x))).sort();
  const logs = products.toSorted();
  const [productAt, sumAt] = [quantile(logs, 0.5), quantile(sizes, 0.5)];
  const productSizes = logs.map((x) => x - productAt);
  const sumSizes = sizes.map((x) => x - sumAt);
  const reach = Math.max(
    0.01,
    3.2 * product.deviation,
    ...outer.flatMap((level) =>
      [productSizes, sumSizes].map((of) => Math.abs(quantile(of, level))),
    ),
  );
  const domain = [-reach, reach] as const;
  const half = reach / bars;
  const shifted = { ...product, mean: product.mean - productAt };
  return {
    product: {
      ...drawn(productSizes, domain),
      theory: (at) => normalShare(shifted, at - half, at + half),
    },
    sum: {
      ...drawn(sumSizes, domain),
      theory: (at) => sizeShare(sum, 10 ** (at - half + sumAt), 10 ** (at + half + sumAt)),
    },
  };
}

/** The probability that the size of a normal number lies between two others. */
function sizeShare(law: Normal, low: number, high: number): number {
  return normalShare(law, low, high) + normalShare(law, -high, -low);
}

function plain(sorted: Float64Array, law: Normal): Scatter {
  const low = Math.min(law.mean - 3.5 * law.deviation, quantile(sorted, outer[0]));
  const high = Math.max(law.mean + 3.5 * law.deviation, quantile(sorted, outer[1]));
  // What rounding leaves of no spread at all is none.
  const pad = high - low > 1e-9 * Math.max(1, Math.abs(low)) ? 0 : Math.abs(low) / 10 || 1;
  const domain = [low - pad, high + pad] as const;
  const half = (domain[1] - domain[0]) / bars / 2;
  return { ...drawn(sorted, domain), theory: (at) => normalShare(law, at - half, at + half) };
}

function drawn(sorted: Float64Array, domain: readonly [number, number]) {
  return {
    bins: binsOf(sorted, domain, bars),
    middle: inner.map((level) => quantile(sorted, level)) as [number, number],
  };
}

/** What the sentences and the table say. */
export interface ScatterFigures {
  /** Of log₁₀|∏ x|, and of Σ x, with 2.5% and 97.5% of the repeats below `low` and `high`. */
  product: Figures;
  sum: Figures;
  /** Powers of ten that the middle 95% of the sums span; NaN where they have both signs. */
  sumOrders: number;
}

interface Figures {
  measured: Normal;
  law: Normal;
  low: number;
  high: number;
}

export function figuresOf({ job, products, sums }: Repeats): ScatterFigures {
  const of = (values: Float64Array, law: Normal): Figures => {
    const sorted = values.toSorted();
    const [low, high] = inner.map((level) => quantile(sorted, level));
    const { mean, deviation } = meanAndDeviation(values);
    const measured = { mean, deviation: deviation < rounding * Math.abs(mean) ? 0 : deviation };
    return { measured, law, low, high };
  };
  const sum = of(sums, sumLaw(job.count, job.centre, job.spread));
  return {
    product: of(products, productLaw(job.count, job.centre, job.spread)),
    sum,
    sumOrders: sum.low * sum.high > 0 ? Math.abs(Math.log10(sum.high / sum.low)) : Number.NaN,
  };
}
