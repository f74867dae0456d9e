import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generator } from '#lib/random/generator.ts';
import { permutation } from '#lib/random/permutation.ts';

describe('a permutation', () => {
  // Frozen: the order of examples and the split of a file are permutations. See pcg4d.test.ts.
  test('stays what it is', () => {
    expect([...permutation(10, generator(1))]).toEqual([8, 1, 0, 6, 7, 3, 2, 4, 9, 5]);
  });

  test('holds every number once', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(), (n, k) => {
        const sorted = [...permutation(n, generator(k))].sort((a, b) => a - b);
        expect(sorted).toEqual(Array.from({ length: n }, (_, i) => i));
      }),
    );
  });

  test('gives each of the 24 orders of four as often', () => {
    const trials = 48_000;
    const counts = new Map<string, number>();
    for (let row = 0; row < trials; row++) {
      const order = permutation(4, generator(7, row)).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    const each = trials / 24;
    let chi2 = 0;
    for (const count of counts.values()) chi2 += (count - each) ** 2 / each;
    // χ² with 23 degrees of freedom: mean 23, standard deviation √46.
    expect(chi2).toBeLessThan(23 + 4.5 * Math.sqrt(46));
  });
});
