import { expect, test } from 'vitest';
import type { Desks } from '#lib/labs/stability/desks.svelte.ts';
import {
  columnLaw,
  expectedColumn,
  halfLost,
  meanOfSizes,
} from '#lib/labs/stability/matrices/figures.ts';
import { halfGamma } from '#lib/labs/stability/matrices/half-gamma.ts';
import { binsOf, meanAndDeviation, quantile } from '#lib/labs/stability/products/plot/bins.ts';
import { normalShare } from '#lib/labs/stability/products/plot/normal.ts';
import { logLaw, productLaw, sumLaw } from '#lib/labs/stability/sums/log-law.ts';
import { repeatsOf } from '#lib/labs/stability/sums/repeats.ts';
import { figuresOf, scatterOf } from '#lib/labs/stability/sums/scatter.ts';
import { digamma, trigamma } from '#workers/stability/closed-form/polygamma.ts';
import { matrices, type MatricesAnswer } from '#workers/stability/matrices/matrices.ts';
import { sums, type SumsJob } from '#workers/stability/sums/sums.ts';
import { nobody } from '../../workers/listener.ts';

/** Desks whose worker is this very thread. */
const desks = {
  ask: (_probe: 'sums', job: SumsJob) => sums(null as never, job, nobody),
} as unknown as Desks;

async function repeats(job: Partial<SumsJob>) {
  const told: number[] = [];
  const asked = { count: 100, centre: 1, spread: 0.3, runs: 2_000, seed: 1, ...job };
  const all = await repeatsOf(desks, asked, { tell: (some) => told.push(some.sums.length) });
  expect(told.at(-1), 'all that there is was told').toBe(all.sums.length);
  return all;
}

test('ψ and ψ′ at halves are those of the workers', () => {
  for (const m of [1, 2, 3, 4, 7, 32]) {
    const { psi, slope } = halfGamma(m);
    expect(psi).toBeCloseTo(digamma(m / 2), 12);
    expect(slope).toBeCloseTo(trigamma(m / 2), 12);
  }
});

test('the mean and the variance of the logarithm of a normal number agree with quadrature', () => {
  for (const [centre, spread] of [
    [0, 1],
    [1, 0.3],
    [-2, 1],
    [5, 0.051],
    [5, 0.049],
  ]) {
    // x = ±t⁴ puts many nodes close to 0, where the logarithm is singular.
    let [weight, mean, square] = [0, 0, 0];
    const steps = 400_000;
    for (let i = 0; i < steps; i++) {
      const t = (2 * (i + 0.5)) / steps - 1;
      const x = Math.sign(t) * Math.abs(t) ** 4 * (12 * spread + 2 * Math.abs(centre));
      const w = Math.abs(t) ** 3 * Math.exp(-(((x - centre) / spread) ** 2) / 2);
      const log = Math.log10(Math.abs(x));
      weight += w;
      mean += w * log;
      square += w * log * log;
    }
    mean /= weight;
    const law = logLaw(centre, spread);
    expect(law.mean).toBeCloseTo(mean, 6);
    expect(law.deviation).toBeCloseTo(Math.sqrt(square / weight - mean ** 2), 6);
  }
});

test('repeats are the next numbers of one long row: as many as asked for, on their closed forms', async () => {
  const shown = await repeats({});
  expect(shown.products.length).toBe(2_000);
  for (const [values, law] of [
    [shown.products, productLaw(100, 1, 0.3)],
    [shown.sums, sumLaw(100, 1, 0.3)],
  ] as const) {
    const { mean, deviation } = meanAndDeviation(values);
    expect(Math.abs(mean - law.mean)).toBeLessThan(4.5 * (law.deviation / Math.sqrt(2_000)));
    // The standard error of a standard deviation is σ/√2n; log₁₀ of a product has a longer tail.
    expect(Math.abs(deviation / law.deviation - 1)).toBeLessThan(6 / Math.sqrt(4_000));
  }
  expect((await repeats({ count: 40_000, runs: 3 })).sums.length).toBe(3);
});

test('on one axis the product is broad and the sum a needle; theory gives each bin its share', async () => {
  const shown = await repeats({});
  const { product, sum } = scatterOf(shown, 'size');
  expect(product.bins.edges).toEqual(sum.bins.edges);
  expect(Math.max(...sum.bins.shares)).toBeGreaterThan(0.95);
  expect(Math.max(...product.bins.shares)).toBeLessThan(0.1);
  for (const scale of ['size', 'own'] as const) {
    for (const { bins, theory } of Object.values(scatterOf(shown, scale))) {
      bins.shares.forEach((share, i) => {
        const p = theory((bins.edges[i] + bins.edges[i + 1]) / 2);
        // The bell of the product is an approximation, and the axis is centred on a median that is measured.
        expect(Math.abs(share - p)).toBeLessThan(4.5 * Math.sqrt((p + 1e-3) / 2_000) + 0.005);
      });
    }
  }
  const figures = figuresOf(shown);
  expect(figures.product.high - figures.product.low).toBeCloseTo(2 * 1.96 * 1.57, 0);
  expect(figures.sumOrders).toBeLessThan(0.06);
  expect(figuresOf(await repeats({ centre: 0, spread: 1 })).sumOrders).toBeNaN();
});

test('numbers without spread make one bar', async () => {
  const shown = await repeats({ centre: 2, spread: 0, runs: 10 });
  for (const scale of ['size', 'own'] as const)
    for (const { bins, theory } of Object.values(scatterOf(shown, scale))) {
      expect(bins.shares.filter((share) => share > 0).length).toBe(1);
      expect(bins.shares.every((_, i) => Number.isFinite(theory(bins.edges[i])))).toBe(true);
    }
});

test('the law of a column holds where a product is one column: a single matrix entry', async () => {
  const answer = (await matrices(
    null as never,
    { size: 1, count: 20, runs: 500, seed: 1 },
    nobody,
  )) as MatricesAnswer;
  const law = columnLaw(1, 21);
  expect(Math.abs(answer.mean - law.mean)).toBeLessThan((4.5 * law.deviation) / Math.sqrt(500));
  expect(columnLaw(4, 101).mean).toBeCloseTo(101 * 0.2423, 2);
  expect(columnLaw(4, 101).deviation).toBeCloseTo(1.75, 2);
  expect(expectedColumn(4, 101)).toBeCloseTo(30.4, 1);
});

test('a mean of sizes is ruled by the largest, and needs no number that overflows', () => {
  const { log, smaller, largest } = meanOfSizes([400, 400, 402]);
  expect(log).toBeCloseTo(402 + Math.log10(1.02 / 3), 10);
  expect(smaller).toBe(2);
  expect(largest).toBeCloseTo(1 / 1.02, 10);
  expect(halfLost([0, 0.4, 0.5, 1])).toBe(2);
  expect(halfLost([0, 0.4])).toBeNull();
});

test('bins hold their lower edges, the last one both, and count what lies beyond', () => {
  const bins = binsOf([-1, 0, 0.5, 1, 2, 2.5, NaN, 0.2], [0, 2], 2);
  expect(bins.shares).toEqual([3 / 8, 2 / 8]);
  expect([bins.below, bins.above]).toEqual([1 / 8, 1 / 8]);
  expect(quantile([1, 2, 4], 0.75)).toBe(3);
  expect(quantile([], 0.5)).toBeNaN();
  expect(normalShare({ mean: 0, deviation: 1 }, -1.959964, 1.959964)).toBeCloseTo(0.95, 6);
  expect(normalShare({ mean: 1, deviation: 0 }, 0, 2)).toBe(1);
});
