import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DataSet } from '#lib/data/dataset.ts';
import { heldOut } from '../../../src/cli/experiment/held-out.ts';
import { withTestNoise } from '../../../src/cli/experiment/test-noise.ts';

/** Row i holds i and i + ½; its label is i, its true label i + 1. */
function numbered(train: number, test: number): DataSet {
  const rows = (count: number) => Float32Array.from({ length: 2 * count }, (_, i) => i / 2);
  const labels = Int32Array.from({ length: train }, (_, i) => i);
  return {
    name: 'numbers',
    inputs: 2,
    classes: ['a', 'b'],
    shape: null,
    scaling: 'none',
    train: { rows: rows(train), labels, trueLabels: labels.map((label) => label + 1) },
    test: { rows: rows(test), labels: new Int32Array(test) },
  };
}

describe('rows held out of training', () => {
  test('and the rest are all rows, each once, with the labels that they carry', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 200 }),
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        fc.nat(1_000),
        (rows, share, seed) => {
          const { train, test } = heldOut(numbered(rows, 3), share, seed);
          expect(test.labels).toHaveLength(Math.round(share * rows));
          const all = [...train.labels, ...test.labels].sort((a, b) => a - b);
          expect(all).toEqual(Array.from({ length: rows }, (_, i) => i));
          for (const part of [train, test]) {
            part.labels.forEach((label, i) => {
              expect([part.rows[2 * i], part.rows[2 * i + 1]]).toEqual([label, label + 0.5]);
            });
          }
          expect(train.trueLabels).toEqual(train.labels.map((label) => label + 1));
        },
      ),
    );
  });

  test('are others with another seed, and the same with the same', () => {
    const data = numbered(100, 3);
    const labels = (seed: number) => Array.from(heldOut(data, 0.2, seed).test.labels);
    expect(labels(1)).toEqual(labels(1));
    expect(labels(1)).not.toEqual(labels(2));
    // Not the first rows in their order.
    expect(Math.max(...labels(1))).toBeGreaterThan(50);
  });

  test('have to be some, and to leave some', () => {
    expect(() => heldOut(numbered(10, 3), 0.04, 1)).toThrow('--holdout 0.04: expected a share');
    expect(() => heldOut(numbered(10, 3), 0.96, 1)).toThrow('got 10 of 10 rows');
  });
});

describe('noise on the test inputs', () => {
  const data = numbered(50, 5_000);
  const noise = (deviation: number, seed = 1) => {
    const { test } = withTestNoise(data, deviation, seed);
    return Float64Array.from(test.rows, (x, i) => x - data.test.rows[i]);
  };
  const mean = (numbers: Float64Array) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;

  test('has mean 0 and the deviation that was asked for, independent from input to input', () => {
    const x = noise(0.5);
    const n = x.length;
    // 4.5 standard errors; of the variance of n normal numbers it is √(2/n) times the variance.
    expect(Math.abs(mean(x))).toBeLessThan((4.5 * 0.5) / Math.sqrt(n));
    expect(Math.abs(mean(x.map((one) => one * one)) / 0.25 - 1)).toBeLessThan(
      4.5 * Math.sqrt(2 / n),
    );
    const neighbours = x.subarray(1).map((one, i) => one * x[i]);
    expect(Math.abs(mean(neighbours)) / 0.25).toBeLessThan(4.5 / Math.sqrt(n - 1));
  });

  test('is the same noise at every deviation, and other noise with another seed', () => {
    const [small, large] = [noise(0.125), noise(0.25)];
    large.forEach((x, i) => expect(Math.abs(x - 2 * small[i])).toBeLessThan(1e-3));
    expect(noise(0.25, 2)[0]).not.toBe(large[0]);
  });

  test('leaves the data set as it was', () => {
    expect(data).toEqual(numbered(50, 5_000));
    expect(withTestNoise(data, 0, 1).test).toEqual(data.test);
  });
});
