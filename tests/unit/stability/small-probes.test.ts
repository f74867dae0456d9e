import { describe, expect, it } from 'vitest';
import { formats } from '#lib/experiment/stability/precision.ts';
import { quantileLevels } from '#lib/experiment/stability/signals.ts';
import { precisionNames, stackActivations } from '#lib/experiment/stability/stack.ts';
import { stackActivation } from '#workers/stability/tools/activations.ts';
import { matrices, type MatricesAnswer } from '#workers/stability/matrices/matrices.ts';
import { products } from '#workers/stability/products/products.ts';
import { rounding } from '#workers/stability/rounding/rounding.ts';
import { sums } from '#workers/stability/sums/sums.ts';
import { taylor } from '#workers/stability/taylor/taylor.ts';
import { memory } from './memory.ts';
import { listener, nobody } from '../workers/listener.ts';

const median = (quantiles: Float64Array, columns: number) =>
  quantiles.subarray(
    columns * quantileLevels.indexOf(0.5),
    columns * (quantileLevels.indexOf(0.5) + 1),
  );

describe('a format', () => {
  it('has the limits that its bits give', () => {
    expect(formats.float64).toMatchObject({
      largest: Number.MAX_VALUE,
      smallestNormal: 2 ** -1022,
      smallestSubnormal: Number.MIN_VALUE,
    });
    expect(formats.float32.largest).toBe(Math.fround(3.402_823_466_385_288_6e38));
    expect(formats.float32.smallestSubnormal).toBe(2 ** -149);
    expect(formats.float16).toMatchObject({
      largest: 65_504,
      smallestNormal: 2 ** -14,
      smallestSubnormal: 2 ** -24,
    });
  });
});

describe('a number in each format', () => {
  it('is the nearest that its bits can say', async () => {
    for (const value of [0.1, -3, 1e-7, 65_504, 1e300, 0, 2 ** -14]) {
      const answer = await rounding(memory, { value }, nobody);
      for (const precision of precisionNames) {
        const { exponentBits, fractionBits } = formats[precision];
        const { sign, exponent, fraction, value: rounded } = answer[precision];
        expect([sign.length, exponent.length, fraction.length]).toEqual([
          1,
          exponentBits,
          fractionBits,
        ]);
        const power = parseInt(exponent, 2);
        const bias = 2 ** (exponentBits - 1) - 1;
        const share = parseInt(fraction, 2) / 2 ** fractionBits;
        const said =
          power === 2 * bias + 1
            ? Infinity
            : power === 0
              ? share * 2 ** (1 - bias)
              : (1 + share) * 2 ** (power - bias);
        expect(sign === '1' ? -said : said).toBe(rounded);
      }
      expect(answer.float64.value).toBe(value);
    }
  });

  it('is followed by the next one at its gap', async () => {
    const { float16, float32, float64 } = await rounding(memory, { value: 1 }, nobody);
    expect([float16.gap, float32.gap, float64.gap]).toEqual([2 ** -10, 2 ** -23, 2 ** -52]);
    const large = await rounding(memory, { value: 65_504 }, nobody);
    expect(large.float16.gap).toBe(32);
    expect((await rounding(memory, { value: 1e5 }, nobody)).float16.gap).toBeNaN();
    expect((await rounding(memory, { value: 0 }, nobody)).float16.gap).toBe(2 ** -24);
  });
});

describe('a factor multiplied by itself', () => {
  it('0 and negative factors have their products, too', async () => {
    const { runs } = await products(memory, { factor: -1, count: 3 }, nobody);
    expect([...runs.float16.products]).toEqual([1, -1, 1, -1]);
    const nothing = await products(memory, { factor: 0, count: 2 }, nobody);
    expect([...nothing.exact]).toEqual([0, -Infinity, -Infinity]);
  });
});

describe('the product and the sum of the same numbers', () => {
  it('spread over powers of ten, and by √k', async () => {
    const job = { count: 100, centre: 1, spread: 0.3, runs: 400, seed: 1 };
    const { products, sums: totals, runs } = await sums(memory, job, nobody);
    expect(runs).toBe(400);
    const [low, high] = [0, quantileLevels.length - 1].map((q) => (q + 1) * 101 - 1);
    expect(products[high] - products[low]).toBeGreaterThan(3);
    // 5% and 95% of a normal distribution lie 3.29 deviations apart; each is known to 3 / (2 · 20).
    expect(Math.abs(totals[high] - totals[low] - 3.29 * 3)).toBeLessThan(4.5 * 0.45);
    expect(Math.abs(median(totals, 101)[100] - 100)).toBeLessThan(4.5 * 1.25 * (3 / 20));
  });

  it('shows products that float32 loses, and ends early', async () => {
    const job = { count: 500, centre: 0, spread: 1, runs: 50, seed: 1 };
    const { zero, infinite } = await sums(memory, job, nobody);
    expect(zero[500]).toBeGreaterThan(0.9);
    expect(infinite[500]).toBe(0);
    const stopped = await sums(memory, job, listener<never>(10).conversation);
    expect(stopped.runs).toBe(10);
  });
});

describe('a product of Gaussian matrices', () => {
  it('of size 1 is a product of numbers', async () => {
    const { conversation } = listener<MatricesAnswer>(3);
    const { runs, first } = await matrices(
      memory,
      { size: 1, count: 5, runs: 9, seed: 3 },
      conversation,
    );
    expect(runs).toBe(3);
    expect(first).toHaveLength(6);
  });
});

describe('Taylor series at 0', () => {
  it.each(stackActivations)(
    'of %s leave a remainder of the order of the next term',
    async (activation) => {
      const { x, remainder, next, radius } = await taylor(
        memory,
        { activation, order: 5, reach: 0.2 },
        nobody,
      );
      x.forEach((at, i) => {
        // The ReLU's series is that to the right.
        if (activation === 'relu' && at < 0) return;
        if (next === null) expect(remainder[i]).toBe(0);
        else {
          const term = next.coefficient * at ** next.power;
          // The terms after it alternate and shrink, by (x/radius)² each.
          expect(Math.abs(remainder[i] - term)).toBeLessThanOrEqual(
            Math.abs(term) * 1.1 * (at / radius) ** 2 + 2 ** -52,
          );
        }
      });
      expect(next === null).toBe(activation === 'none' || activation === 'relu');
    },
  );

  it('diverge beyond their radius', async () => {
    const job = { activation: 'tanh', reach: 3 } as const;
    const few = await taylor(memory, { ...job, order: 5 }, nobody);
    const many = await taylor(memory, { ...job, order: 41 }, nobody);
    const at = (answer: typeof few, x: number) =>
      Math.abs(answer.remainder[answer.x.findIndex((y) => y >= x)]);
    expect(at(many, 1)).toBeLessThan(1e-7);
    expect(at(few, 1)).toBeGreaterThan(0.01);
    expect(at(many, 2.5)).toBeGreaterThan(at(few, 2.5));
  });

  it('come with the function and its derivative', async () => {
    const { x, value, derivative, polynomial, remainder } = await taylor(
      memory,
      { activation: 'sigmoid', order: 3, reach: 4 },
      nobody,
    );
    expect(x[0]).toBe(-4);
    expect(x[x.length - 1]).toBe(4);
    expect(value).toEqual(x.map(stackActivation.sigmoid.value));
    expect(derivative[(x.length - 1) / 2]).toBe(0.25);
    remainder.forEach((r, i) => expect(r).toBe(value[i] - polynomial[i]));
  });
});
