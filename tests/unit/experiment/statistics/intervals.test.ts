import { describe, expect, it } from 'vitest';
import { pairedErrors } from '#lib/experiment/statistics/paired-errors.ts';
import { pairedLosses, student95 } from '#lib/experiment/statistics/paired-losses.ts';
import { verdict } from '#lib/experiment/statistics/verdict.ts';
import { wilson } from '#lib/experiment/statistics/wilson.ts';
import { generator } from '#lib/random/generator.ts';
import { key, streams } from '#lib/random/key.ts';

const REPEATS = 4_000;

/** Share of repeats in which `covers` is true, over seeds 0 … REPEATS − 1. */
function share(covers: (random: ReturnType<typeof generator>) => boolean): number {
  let covered = 0;
  for (let seed = 0; seed < REPEATS; seed++)
    if (covers(generator(key(seed, streams.dataNoise)))) covered++;
  return covered / REPEATS;
}

/** Four standard errors of a coverage of 95% measured over the repeats. */
const tolerance = 4 * Math.sqrt((0.95 * 0.05) / REPEATS);

/** Two predictors of `n` examples: `a` alone is wrong with p10, `b` alone with p01, both with p11. */
function pair(
  random: ReturnType<typeof generator>,
  n: number,
  p10: number,
  p01: number,
  p11: number,
) {
  const a = new Uint8Array(n);
  const b = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const u = random.uniform();
    a[i] = u < p10 + p11 ? 1 : 0;
    b[i] = u < p11 || (u >= p10 + p11 && u < p10 + p11 + p01) ? 1 : 0;
  }
  return { a, b };
}

describe("Wilson's interval", () => {
  it.each([
    [2000, 0.08],
    [2000, 0.5],
    [500, 0.15],
    [100, 0.3],
  ])('of %d examples with error %d covers it 95 times in 100', (n, p) => {
    const coverage = share((random) => {
      let errors = 0;
      for (let i = 0; i < n; i++) if (random.uniform() < p) errors++;
      const { low, high } = wilson(errors, n);
      return low <= p && p <= high;
    });
    expect(Math.abs(coverage - 0.95)).toBeLessThan(tolerance + discreteness(n, p));
  });

  it('agrees with published figures', () => {
    // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    const rounded = (errors: number, n: number) => {
      const { low, high } = wilson(errors, n);
      return [low.toFixed(4), high.toFixed(4)];
    };
    expect(rounded(81, 263)).toEqual(['0.2553', '0.3662']);
    expect(rounded(15, 148)).toEqual(['0.0624', '0.1605']);
    expect(rounded(0, 20)).toEqual(['0.0000', '0.1611']);
    expect(rounded(1, 29)).toEqual(['0.0061', '0.1718']);
  });

  it('says nothing about no examples', () => {
    expect(wilson(0, 0)).toEqual({ value: NaN, low: 0, high: 1 });
  });
});

/**
 * A count can only be whole: as the truth moves, one count goes in or out at one end of the interval,
 * and takes with it the probability of that count, φ(1.96)/√(n·p·(1−p)) with φ(1.96) = .0584.
 */
function discreteness(n: number, p: number): number {
  return 0.0584 / Math.sqrt(n * p * (1 - p));
}

describe('the interval of a paired difference of errors', () => {
  it.each([
    [2000, 0.06, 0.04, 0.05],
    [2000, 0.02, 0.02, 0.3],
    [500, 0.12, 0.05, 0.05],
  ])('of %d examples covers the difference 95 times in 100', (n, p10, p01, p11) => {
    const coverage = share((random) => {
      const { a, b } = pair(random, n, p10, p01, p11);
      const { low, high } = pairedErrors(a, b);
      return low <= p10 - p01 && p10 - p01 <= high;
    });
    expect(Math.abs(coverage - 0.95)).toBeLessThan(tolerance + discreteness(n, p10 + p01));
  });

  it.each([
    [50, 0.04, 0.01],
    [100, 0.02, 0.02],
    [200, 0.005, 0.005],
  ])('of %d examples, few of which differ, covers it at least as often', (n, p10, p01) => {
    const coverage = share((random) => {
      const { a, b } = pair(random, n, p10, p01, 0.1);
      const { low, high } = pairedErrors(a, b);
      return low <= p10 - p01 && p10 - p01 <= high;
    });
    expect(coverage).toBeGreaterThan(0.95 - tolerance);
  });

  it('follows the formula of Agresti and Min', () => {
    // 3 where a alone is wrong, 1 where b alone is, of 10: n* = 12, b* = 3.5, c* = 1.5.
    const a = [1, 1, 1, 0, 1, 0, 0, 0, 0, 0];
    const b = [0, 0, 0, 1, 1, 0, 0, 0, 0, 0];
    const half = (1.959963984540054 * Math.sqrt(5 - 4 / 12)) / 12;
    const { value, low, high } = pairedErrors(a, b);
    expect(value).toBeCloseTo(0.2, 12);
    expect(low).toBeCloseTo(2 / 12 - half, 12);
    expect(high).toBeCloseTo(2 / 12 + half, 12);
  });

  it('is turned about when the two are', () => {
    const { a, b } = pair(generator(1), 200, 0.1, 0.05, 0.1);
    const one = pairedErrors(a, b);
    const other = pairedErrors(b, a);
    expect([other.value, other.low, other.high].map((x) => -x)).toEqual([
      one.value,
      one.high,
      one.low,
    ]);
  });

  it('keeps some width where the two never differ', () => {
    const { low, high } = pairedErrors(new Uint8Array(20), new Uint8Array(20));
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
  });

  it('needs the same examples, and some', () => {
    expect(() => pairedErrors([1], [1, 0])).toThrow(RangeError);
    expect(() => pairedErrors([], [])).toThrow(RangeError);
  });
});

describe('the interval of a paired difference of losses', () => {
  it.each([10, 100])('of %d examples covers the difference 95 times in 100', (n) => {
    const coverage = share((random) => {
      const both = Float32Array.from({ length: n }, () => random.normal());
      const a = both.map((x) => x + 0.3 + 0.5 * random.normal());
      const { low, high } = pairedLosses(a, both);
      return low <= 0.3 && 0.3 <= high;
    });
    expect(Math.abs(coverage - 0.95)).toBeLessThan(tolerance);
  });

  it("uses Student's distribution", () => {
    // R: qt(.975, c(4, 9, 30, 1000))
    expect(student95(4)).toBeCloseTo(2.776445, 2);
    expect(student95(9)).toBeCloseTo(2.262157, 4);
    expect(student95(30)).toBeCloseTo(2.042272, 6);
    expect(student95(1000)).toBeCloseTo(1.962339, 6);
  });

  it('says nothing where a loss is not finite', () => {
    const { value, low, high } = pairedLosses([1, Infinity, 2], [1, 1, 1]);
    expect([value, low, high]).toEqual([NaN, -Infinity, Infinity]);
  });
});

describe('a verdict', () => {
  const n = 1000;

  it('is better or worse only where the interval excludes zero', () => {
    const bad = Uint8Array.from({ length: n }, (_, i) => (i < 150 ? 1 : 0));
    const good = Uint8Array.from({ length: n }, (_, i) => (i < 80 ? 1 : 0));
    const same = Uint8Array.from({ length: n }, (_, i) => (i >= 1 && i < 80 ? 1 : 0));
    expect(verdict(good, bad).relation).toBe('better');
    expect(verdict(bad, good).relation).toBe('worse');
    expect(verdict(good, same).relation).toBe('no clear difference');
  });

  it('is wrong about two equals at most 5 times in 100', () => {
    const claims = share((random) => {
      const { a, b } = pair(random, n, 0.04, 0.04, 0.05);
      return verdict(a, b).relation !== 'no clear difference';
    });
    expect(claims).toBeLessThan(0.05 + tolerance);
  });
});
