import { describe, expect, it } from 'vitest';
import { quantileLevels } from '#lib/experiment/stability/signals.ts';
import { matrices } from '#workers/stability/matrices/matrices.ts';
import { products } from '#workers/stability/products/products.ts';
import { seriesOf } from '#workers/stability/taylor/taylor.ts';
import { memory } from '../unit/stability/memory.ts';
import { nobody } from '../unit/workers/listener.ts';

const median = (quantiles: Float64Array, columns: number) => {
  const level = quantileLevels.indexOf(0.5);
  return quantiles.subarray(columns * level, columns * (level + 1));
};

describe('a factor to the power of 100', () => {
  it('2: finite in float64 and float32, infinite in float16 from 2¹⁶ on', async () => {
    const { runs, exact } = await products(memory, { factor: 2, count: 100 }, nobody);
    expect(runs.float64.products[100]).toBe(2 ** 100);
    expect(runs.float32.products[100]).toBe(2 ** 100);
    expect(runs.float16).toMatchObject({ overflow: 16, zero: null });
    expect(exact[100]).toBeCloseTo(30.103, 3);
  });

  it('.1: finite in float64 and 0 in both others', async () => {
    const { runs } = await products(memory, { factor: 0.1, count: 100 }, nobody);
    expect(runs.float64.products[100] / 1e-100).toBeCloseTo(1, 12);
    expect(runs.float32).toMatchObject({ overflow: null, subnormal: 38, zero: 46 });
    expect(runs.float16).toMatchObject({ overflow: null, subnormal: 5, zero: 8 });
    expect(runs.float16.factor).not.toBe(0.1);
  });

  it('.25, the slope of a sigmoid: from 1 it is gone in float16 after 13 layers', async () => {
    const { runs } = await products(memory, { factor: 0.25, count: 20 }, nobody);
    expect(runs.float16.zero).toBe(13);
  });
});

describe('a product of Gaussian matrices', () => {
  it('has a largest entry of 10^24.8 after 100 multiplications, half of a hundred away from that', async () => {
    const job = { size: 4, count: 100, runs: 200, seed: 1 };
    const { mean, deviation, growth, final, quantiles } = await matrices(memory, job, nobody);
    expect(Math.abs(mean - 24.8)).toBeLessThan(0.5);
    expect(Math.abs(deviation - 1.7)).toBeLessThan(0.4);
    expect(100 * growth).toBeCloseTo(24.2, 1);
    expect(final).toHaveLength(200);
    expect(Math.abs(median(quantiles, 101)[100] - mean)).toBeLessThan(0.6);
  });

  it('overflows float32 near 159 factors, and float16 near 20', async () => {
    const { overflowed } = await matrices(
      memory,
      { size: 4, count: 180, runs: 60, seed: 2 },
      nobody,
    );
    const half = overflowed.float32.findIndex((share) => share >= 0.5);
    expect(Math.abs(half - 159)).toBeLessThan(8);
    expect(Math.abs(overflowed.float16.findIndex((share) => share >= 0.5) - 19)).toBeLessThan(4);
  });
});

describe('Taylor series at 0', () => {
  it('have the coefficients of the books', () => {
    const close = (name: Parameters<typeof seriesOf>[0], books: number[]) =>
      seriesOf(name, books.length - 1).forEach((c, k) => expect(c).toBeCloseTo(books[k], 15));
    close('tanh', [0, 1, 0, -1 / 3, 0, 2 / 15, 0, -17 / 315]);
    close('sigmoid', [1 / 2, 1 / 4, 0, -1 / 48, 0, 1 / 480]);
    close('scaled-sigmoid', [0, 1, 0, -1 / 12, 0, 1 / 120]);
    close('relu', [0, 1, 0, 0]);
    close('none', [0, 1]);
  });
});
