import { describe, expect, it } from 'vitest';
import { generator } from '#lib/random/generator.ts';
import { orthonormal } from '#workers/stability/deep/orthonormal.ts';

describe('orthonormal vectors', () => {
  it.each([
    [1, 1],
    [1, 6],
    [4, 4],
    [37, 50],
    [128, 128],
  ])('%i of %i numbers are orthonormal to the last digits', (count, length) => {
    const rows = orthonormal(count, length, generator(1));
    for (let a = 0; a < count; a++)
      for (let b = 0; b <= a; b++) {
        let dot = 0;
        for (let i = 0; i < length; i++) dot += rows[a * length + i] * rows[b * length + i];
        expect(Math.abs(dot - (a === b ? 1 : 0))).toBeLessThan(1e-14);
      }
  });

  it('are equally likely in every direction: moments of every pair of entries', () => {
    const [count, length, sets] = [3, 4, 20_000];
    const random = generator(2);
    const n = count * length;
    const mean = new Float64Array(n);
    const products = new Float64Array(n * n);
    const squares = new Float64Array(n * n);
    for (let set = 0; set < sets; set++) {
      const q = orthonormal(count, length, random);
      for (let i = 0; i < n; i++) {
        mean[i] += q[i] / sets;
        for (let j = 0; j < n; j++) {
          products[i * n + j] += (q[i] * q[j]) / sets;
          squares[i * n + j] += (q[i] * q[j]) ** 2 / sets;
        }
      }
    }
    // 300 comparisons. No entry is above 1, so that no product's variance is above its mean square.
    const allowed = 5 / Math.sqrt(sets);
    for (let i = 0; i < n; i++) {
      expect(Math.abs(mean[i])).toBeLessThan(allowed * Math.sqrt(1 / length));
      for (let j = 0; j < n; j++) {
        const at = i * n + j;
        const second = squares[at];
        const expected = i === j ? 1 / length : 0;
        expect(Math.abs(products[at] - expected)).toBeLessThan(allowed * Math.sqrt(second));
        expect(Math.abs(second - fourthMoment(i, j, length))).toBeLessThan(
          allowed * Math.sqrt(second),
        );
      }
    }
  });
});

/**
 * E q²q′² of two entries of a Haar matrix of n rows: 3/n(n + 2) of one with itself, 1/n(n + 2) of two in a
 * line, (n + 1)/(n − 1)n(n + 2) of two that share no line.
 */
function fourthMoment(i: number, j: number, n: number): number {
  if (i === j) return 3 / (n * (n + 2));
  const inLine = Math.floor(i / n) === Math.floor(j / n) || i % n === j % n;
  return inLine ? 1 / (n * (n + 2)) : (n + 1) / ((n - 1) * n * (n + 2));
}
