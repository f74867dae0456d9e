import { binsOf, meanAndDeviation, quantile, type Bins } from '../products/plot/bins.ts';
import { normalShare, type Normal } from '../products/plot/normal.ts';
import { productLaw, sumLaw } from './log-law.ts';
import type { Repeats } from './repeats.ts';

/**
 * `size`: both on one axis, in powers of ten of their median sizes. `own`: each on its own axis.
 */
export type ScaleName = 'size' | 'own';

/** One quantity over the repeats, ready to draw. */
export interface Scatter {
  bins: Bins;
  /** The theoretical probability of a bin centred at a place of the axis. */
  theory(at: number): number;
  /** The 2.5% and 97.5% quantiles, on the axis. */
  middle: [number, number];
}

/** A standard deviation below this share of the mean is only rounding error. */
const rounding = 1e-10;
const bars = 61;
const outer = [0.003, 0.997] as const;
const inner = [0.025, 0.975] as const;

/** Histograms of product and sum on the chosen scale. */
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

/** The probability that |x| lies between `low` and `high`, for a normal x. */
function sizeShare(law: Normal, low: number, high: number): number {
  return normalShare(law, low, high) + normalShare(law, -high, -low);
}

function plain(sorted: Float64Array, law: Normal): Scatter {
  const low = Math.min(law.mean - 3.5 * law.deviation, quantile(sorted, outer[0]));
  const high = Math.max(law.mean + 3.5 * law.deviation, quantile(sorted, outer[1]));
  // Widens a range that is only rounding error, since bins need some width.
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

/** The figures behind the sentences and the table. */
export interface ScatterFigures {
  /** Figures of log₁₀|∏ x| and of Σ x; `low` and `high` are the 2.5% and 97.5% quantiles. */
  product: Figures;
  sum: Figures;
  /** Powers of ten that the middle 95% of the sums span; NaN if they have both signs. */
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
