import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { split } from '#lib/data/split.ts';

function parts(count: number, train: number, test: number, seed = 1) {
  const outcome = split(count, { train, test }, seed, 'f');
  if (!outcome.ok) throw new Error(outcome.problem.kind);
  return outcome.value;
}
const sizes = (count: number, train: number, test: number) => {
  const { train: a, test: b } = parts(count, train, test);
  return [a.length, b.length];
};

describe('the split of a file', () => {
  test('never puts a row into both parts, nor one that is not there', () => {
    const wanted = fc.integer({ min: 10, max: 70_000 });
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 3000 }), wanted, wanted, (count, train, test) => {
        const { train: a, test: b } = parts(count, train, test);
        const rows = [...a, ...b];
        expect(new Set(rows).size).toBe(rows.length);
        expect(rows.every((row) => row < count)).toBe(true);
        expect(Math.min(a.length, b.length)).toBeGreaterThanOrEqual(6);
        expect(a.length).toBeLessThanOrEqual(train);
        expect(b.length).toBeLessThanOrEqual(test);
      }),
    );
  });

  test('gives what is asked for where there is enough', () => {
    expect(sizes(10_000, 1000, 2000)).toEqual([1000, 2000]);
    expect(sizes(3000, 1000, 2000)).toEqual([1000, 2000]);
  });

  test('takes from test first, then from train, and uses the whole file', () => {
    expect(sizes(2000, 1000, 2000)).toEqual([1000, 1000]);
    expect(sizes(150, 1000, 2000)).toEqual([100, 50]);
    expect(sizes(10_000, 9000, 2000)).toEqual([8000, 2000]);
  });

  test('keeps one part while the other is asked to grow', () => {
    const small = parts(500, 100, 50);
    expect(parts(500, 200, 50).test).toEqual(small.test);
    expect(parts(500, 100, 90).train).toEqual(small.train);
    expect(parts(500, 200, 50).train.slice(0, 100)).toEqual(small.train);
  });

  test('is another from another seed', () => {
    expect(parts(500, 100, 50, 2).train).not.toEqual(parts(500, 100, 50).train);
  });

  test('refuses a file of 19 rows', () => {
    const outcome = split(19, { train: 10, test: 10 }, 1, 'small.csv');
    expect(outcome).toMatchObject({
      ok: false,
      problem: { kind: 'too-few', file: 'small.csv', got: '19' },
    });
  });
});
