import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { key, streams } from '#lib/random/key.ts';
import { threshold } from '#lib/random/threshold.ts';
import { word, words } from '#lib/random/word.ts';

const any = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('the word of a unit', () => {
  // Frozen: these decide which units a mask drops. See pcg4d.test.ts.
  test('stays what it is', () => {
    const mask = key(1, streams.trainingMask, 1);
    expect([0, 1, 2, 3, 4, 5].map((unit) => word(unit, 7, 11, mask))).toEqual([
      818886487, 2535820312, 2988442642, 3476261378, 4131688683, 3194927997,
    ]);
  });

  test('is the same one by one and many at once', () => {
    fc.assert(
      fc.property(any, any, any, fc.nat(40), (row, step, k, length) => {
        const out = new Uint32Array(length);
        words(row, step, k, out);
        expect([...out]).toEqual(Array.from(out, (_, unit) => word(unit, row, step, k)));
      }),
    );
  });

  test('does not depend on what was asked before', () => {
    fc.assert(
      fc.property(any, any, any, any, any, (unit, row, step, k, other) => {
        const first = word(unit, row, step, k);
        word(other, step, row, unit);
        expect(word(unit, row, step, k)).toBe(first);
      }),
    );
  });

  test.each([0.1, 0.2, 0.5, 0.8])('keeps 1 − p of the units, at p = %d', (p) => {
    const units = 256;
    const rows = 2000;
    const out = new Uint32Array(units);
    const limit = threshold(p);
    let kept = 0;
    for (let row = 0; row < rows; row++) {
      words(row, 3, key(5, streams.trainingMask, 2), out);
      for (const value of out) if (value >>> 8 >= limit) kept++;
    }
    const n = units * rows;
    expect(Math.abs(kept / n - (1 - p))).toBeLessThan(4.5 * Math.sqrt((p * (1 - p)) / n));
  });

  test.each([
    ['unit', (i: number, k: number) => word(i + 1, 0, 0, k)],
    ['row', (i: number, k: number) => word(i, 1, 0, k)],
    ['step', (i: number, k: number) => word(i, 0, 1, k)],
    ['key', (i: number) => word(i, 0, 0, key(1, streams.trainingMask, 1, 1))],
  ])('drops independently of that of the next %s', (_, next) => {
    const k = key(1, streams.trainingMask, 1);
    const n = 200_000;
    let both = 0;
    for (let i = 0; i < n; i++) both += (word(i, 0, 0, k) >>> 31) & (next(i, k) >>> 31);
    // Both in the upper half: probability 1/4.
    expect(Math.abs(both / n - 0.25)).toBeLessThan(4.5 * Math.sqrt((0.25 * 0.75) / n));
  });
});

describe('the drop threshold', () => {
  test('drops nothing at 0 and everything at 1', () => {
    fc.assert(
      fc.property(any, (value) => {
        expect(value >>> 8 < threshold(0)).toBe(false);
        expect(value >>> 8 < threshold(1)).toBe(true);
      }),
    );
  });

  test('rises with p and is a whole number that float32 holds', () => {
    const p = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(p, p, (a, b) => {
        expect(threshold(Math.min(a, b))).toBeLessThanOrEqual(threshold(Math.max(a, b)));
        expect(Math.fround(threshold(a))).toBe(threshold(a));
      }),
    );
  });
});
