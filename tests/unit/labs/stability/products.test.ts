import { expect, test } from 'vitest';
import { formats } from '#lib/experiment/stability/precision.ts';
import { precisionNames } from '#lib/experiment/stability/stack.ts';
import { bitsOf } from '#lib/labs/stability/products/bits.ts';
import { fateOf, levelsWithin, logDomain, missOf } from '#lib/labs/stability/products/fate.ts';
import { fromLog10, inPrint, sizeTicks, tenTo } from '#lib/labs/stability/products/plot/powers.ts';
import { bandOf, pathOf, type Frame } from '#lib/labs/stability/products/plot/frame.ts';
import type { Question } from '#workers/asking.ts';
import type { Memory } from '#workers/network/host/memory.ts';
import { products, type ProductsAnswer } from '#workers/stability/products/products.ts';
import { rounding, type RoundingAnswer } from '#workers/stability/rounding/rounding.ts';
import { nobody } from '../../workers/listener.ts';

const ask = <Job, Answer>(probe: Question<Memory, Job, Answer>, job: Job) =>
  probe(null as never, job, nobody) as Answer;
const multiplied = (factor: number, count: number): ProductsAnswer =>
  ask(products, { factor, count });

test('the bits on the page are those that the worker finds, in every format', () => {
  for (const value of [1, -2, 0.1, 65504, 1e-7, 5e-324, 2 ** 100, 1 - 2 ** -53, 0, -0, Infinity]) {
    const all = ask(rounding, { value }) as RoundingAnswer;
    for (const precision of precisionNames) {
      const { sign, exponent, fraction, value: rounded } = all[precision];
      expect(bitsOf(rounded, formats[precision])).toEqual({ sign, exponent, fraction });
    }
  }
});

test('2 to the hundredth overflows float16 alone, a tenth to it vanishes but in float64', () => {
  const two = multiplied(2, 100);
  expect(precisionNames.map((name) => fateOf(two.runs[name], 2))).toEqual([
    { kind: 'held', at: 100 },
    { kind: 'held', at: 100 },
    { kind: 'infinite', at: 16 },
  ]);
  const tenth = multiplied(0.1, 100);
  expect(precisionNames.map((name) => fateOf(tenth.runs[name], 0.1))).toEqual([
    { kind: 'held', at: 100 },
    { kind: 'zero', at: 46 },
    { kind: 'zero', at: 8 },
  ]);
  expect(fateOf(multiplied(0.25, 100).runs.float16, 0.25)).toEqual({ kind: 'zero', at: 13 });
});

test('a factor that is rounded to 1, and subnormal numbers that round back, are stuck', () => {
  expect(fateOf(multiplied(1.0001, 50).runs.float16, 1.0001)).toEqual({ kind: 'stuck', at: 0 });
  const slow = multiplied(0.9, 1_000).runs.float16;
  expect(fateOf(slow, 0.9).kind).toBe('stuck');
  expect(slow.products.at(-1)).toBeGreaterThan(0);
  expect(fateOf(multiplied(-1, 10).runs.float16, -1).kind).toBe('held');
});

test('the miss of a product is relative to the exact one', () => {
  const { exact, runs } = multiplied(0.1, 7);
  expect(missOf(runs.float64.products[7], exact[7])).toBeLessThan(1e-12);
  expect(missOf(runs.float16.products[7], exact[7])).toBeGreaterThan(0.01);
  expect(missOf(Infinity, exact[7])).toBeNaN();
});

test('the axis holds 1 and every finite product, and shows the borders it passes', () => {
  const domain = logDomain(multiplied(2, 100));
  expect(domain[0]).toBeLessThan(0);
  expect(domain[1]).toBeGreaterThan(30.1);
  expect(levelsWithin(domain).map(({ precision, kind }) => `${precision} ${kind}`)).toEqual([
    'float16 largest',
  ]);
  const [low, high] = logDomain(multiplied(0, 5));
  expect(low).toBeLessThan(high);
});

test('numbers beyond every double are written from their logarithm', () => {
  expect(fromLog10(24.8, 2)).toBe('6.3 × 10²⁴');
  expect(fromLog10(-1_000, 3)).toBe('10⁻¹⁰⁰⁰');
  expect(fromLog10(Math.log10(9.999) + 30, 2)).toBe('10³¹');
  expect(fromLog10(2, 3)).toBe('100');
  expect(fromLog10(-Infinity, 3)).toBe('0');
  expect(tenTo(0)).toBe('1');
  expect(inPrint(65504, 5)).toBe('65,504');
  expect(inPrint(-Infinity, 5)).toBe('−Inf');
});

test('lines have gaps where numbers are lost, and bands join what is known', () => {
  const frame = { x: (v: number) => v, y: (v: number) => v, top: 0, base: 9 } as Frame;
  expect(pathOf([0, 1, 2, 3], [1, NaN, 2, Infinity], frame)).toBe('M0.00 1.00M2.00 2.00');
  expect(pathOf([0, 1, 2], [1, 2, 3], frame, 2)).toBe('M0.00 1.00L1.00 2.00');
  expect(bandOf([0, 1, 2], [0, 0, NaN], [1, 1, 1], frame)).toBe(
    'M0.00 1.00L1.00 1.00L1.00 0.00L0.00 0.00Z',
  );
});

test('ticks of an axis of logarithms are round numbers, however short or long it is', () => {
  const labels = (low: number, high: number, count: number) =>
    sizeTicks([low, high], count).map(({ label }) => label);
  expect(labels(Math.log10(0.3), Math.log10(1), 7)).toEqual([
    '0.3',
    '0.4',
    '0.5',
    '0.6',
    '0.7',
    '0.8',
    '0.9',
    '1.0',
  ]);
  expect(labels(-0.6, 0.6, 9)).toEqual(['0.5', '1', '2']);
  expect(labels(-3, 3, 7)).toEqual(['10⁻³', '10⁻²', '10⁻¹', '1', '10', '10²', '10³']);
  expect(labels(-2_000, 0, 4)).toEqual(['10⁻²⁰⁰⁰', '10⁻¹⁵⁰⁰', '10⁻¹⁰⁰⁰', '10⁻⁵⁰⁰', '1']);
});
