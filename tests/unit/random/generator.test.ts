import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generator } from '#lib/random/generator.ts';
import { word } from '#lib/random/word.ts';

const any = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const n = 200_000;

describe('a generator', () => {
  // Frozen: drawn digits and initial weights are these numbers. See pcg4d.test.ts.
  test('stays what it is', () => {
    const random = generator(12345, 6, 7);
    expect(random.word()).toBe(623812133);
    expect(random.uniform()).toBeCloseTo(0.22460817138198763, 15);
    expect(random.normal()).toBeCloseTo(-0.35950902635098325, 12);
    expect(random.normal()).toBeCloseTo(-0.12869380358393834, 12);
    expect(random.below(1000)).toBe(517);
  });

  test('gives the words of its row and step in the order of their units', () => {
    fc.assert(
      fc.property(any, any, any, (k, row, step) => {
        const random = generator(k, row, step);
        for (let unit = 0; unit < 9; unit++) expect(random.word()).toBe(word(unit, row, step, k));
      }),
    );
  });

  test('is not disturbed by another one', () => {
    const alone = generator(3);
    const expected = Array.from({ length: 8 }, () => alone.word());
    const [a, b] = [generator(3), generator(4)];
    const mixed = expected.map(() => {
      b.normal();
      return a.word();
    });
    expect(mixed).toEqual(expected);
  });

  test('is uniform: mean ½, variance 1/12, never 0 or 1', () => {
    const random = generator(1);
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      const u = random.uniform();
      if (!(u > 0 && u < 1)) throw new Error(`uniform gave ${u}`);
      sum += u;
      squares += (u - 0.5) ** 2;
    }
    expect(Math.abs(sum / n - 0.5)).toBeLessThan(4.5 * Math.sqrt(1 / 12 / n));
    // Var (u − ½)² = 1/80 − 1/144 = 1/180.
    expect(Math.abs(squares / n - 1 / 12)).toBeLessThan(4.5 * Math.sqrt(1 / 180 / n));
  });

  test('is normal: moments 0, 1, 0, 3', () => {
    const random = generator(2);
    const moments = [0, 0, 0, 0];
    for (let i = 0; i < n; i++) {
      const x = random.normal();
      moments.forEach((_, m) => (moments[m] += x ** (m + 1) / n));
    }
    // Variance of x, x², x³, x⁴: E x²ᵐ − (E xᵐ)² = 1, 2, 15, 96.
    [0, 1, 0, 3].forEach((expected, m) => {
      const sd = Math.sqrt([1, 2, 15, 96][m] / n);
      expect(Math.abs(moments[m] - expected)).toBeLessThan(4.5 * sd);
    });
  });

  test('gives whole numbers below n, each as often', () => {
    const random = generator(3);
    const counts = new Array<number>(7).fill(0);
    for (let i = 0; i < n; i++) counts[random.below(7)]++;
    for (const count of counts) {
      expect(Math.abs(count / n - 1 / 7)).toBeLessThan(4.5 * Math.sqrt(6 / 49 / n));
    }
  });
});
