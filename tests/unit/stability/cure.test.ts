import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCure, normOf } from '#workers/stability/deep/cure.ts';

const gradients = fc
  .array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 30 })
  .map((numbers) => Float64Array.from(numbers));
const limits = fc.double({ min: 1e-3, max: 1e3, noNaN: true });

function cosine(a: Float64Array<ArrayBuffer>, b: Float64Array<ArrayBuffer>): number {
  return a.reduce((sum, x, i) => sum + x * b[i], 0) / normOf(a) / normOf(b);
}

describe('clipping', () => {
  it('by norm keeps the direction, and the norm within its limit', () => {
    fc.assert(
      fc.property(gradients, limits, (gradient, limit) => {
        const cured = gradient.slice();
        applyCure(cured, { kind: 'norm', limit }, []);
        expect(normOf(cured)).toBeLessThanOrEqual(limit * (1 + 1e-12));
        if (normOf(gradient) > 1e-100) expect(cosine(gradient, cured)).toBeCloseTo(1, 9);
        if (normOf(gradient) <= limit) expect(cured).toEqual(gradient);
      }),
    );
  });

  it('by value keeps every number within its limit, and its sign', () => {
    fc.assert(
      fc.property(gradients, limits, (gradient, limit) => {
        const cured = gradient.slice();
        applyCure(cured, { kind: 'value', limit }, []);
        cured.forEach((x, i) => {
          expect(Math.abs(x)).toBeLessThanOrEqual(limit);
          expect(Math.sign(x)).toBe(Math.sign(gradient[i]));
        });
      }),
    );
  });

  it('by value turns [10, 1] at 1 into [1, 1], away from it: the cosine is .774', () => {
    const gradient = Float64Array.of(10, 1);
    const byValue = gradient.slice();
    applyCure(byValue, { kind: 'value', limit: 1 }, []);
    expect([...byValue]).toEqual([1, 1]);
    expect(cosine(gradient, byValue)).toBeCloseTo(11 / Math.sqrt(202), 14);
    expect(cosine(gradient, byValue)).toBeCloseTo(0.774, 3);
    const byNorm = gradient.slice();
    applyCure(byNorm, { kind: 'norm', limit: 1 }, []);
    expect(cosine(gradient, byNorm)).toBeCloseTo(1, 14);
  });
});

describe('a standardised gradient', () => {
  it('has mean 0 and variance 1 in each layer', () => {
    const gradient = Float64Array.of(1, 2, 3, 4, 1e-9, 3e-9);
    applyCure(gradient, { kind: 'standardised', limit: 0 }, [
      [0, 4],
      [4, 6],
    ]);
    expect(gradient[0] + gradient[1] + gradient[2] + gradient[3]).toBeCloseTo(0, 14);
    expect(normOf(gradient.subarray(0, 4)) ** 2).toBeCloseTo(4, 12);
    expect([...gradient.subarray(4)].map((x) => Math.round(x * 1e6) / 1e6)).toEqual([-1, 1]);
  });

  it('is 0 where all its numbers are the same', () => {
    const gradient = Float64Array.of(3, 3);
    applyCure(gradient, { kind: 'standardised', limit: 0 }, [[0, 2]]);
    expect([...gradient]).toEqual([0, 0]);
  });
});
