import { describe, expect, test } from 'vitest';
import { balancedLabels, withLabelNoise } from '#lib/data/labels.ts';

const n = 20_000;
const classes = 10;
const truth = balancedLabels(n, classes, 1, 'train');
const noisy = (labelNoise: number, seed = 1) =>
  withLabelNoise(new Float32Array(0), truth, classes, labelNoise, seed);
const wrong = (labels: Int32Array) => labels.filter((label, i) => label !== truth[i]).length;

describe('label noise', () => {
  test.each([0.1, 0.3, 1])('of %d makes that share of labels wrong, less 1 in ten', (noise) => {
    const share = noise * (1 - 1 / classes);
    const error = Math.abs(wrong(noisy(noise).labels) / n - share);
    expect(error).toBeLessThan(4.5 * Math.sqrt((share * (1 - share)) / n));
  });

  test('of 0 leaves every label, and none is ever lost', () => {
    expect(noisy(0).labels).toEqual(truth);
    expect(noisy(0.5).trueLabels).toBe(truth);
  });

  test('draws each class as often', () => {
    const counts = new Array<number>(classes).fill(0);
    for (const label of noisy(1).labels) counts[label]++;
    for (const count of counts) {
      expect(Math.abs(count / n - 0.1)).toBeLessThan(4.5 * Math.sqrt(0.09 / n));
    }
  });

  test('that grows keeps the labels that were already drawn anew', () => {
    const some = noisy(0.2).labels;
    const more = noisy(0.6).labels;
    some.forEach((label, i) => {
      if (label !== truth[i]) expect(more[i]).toBe(label);
    });
  });

  test('is others from another seed', () => {
    expect(noisy(0.3, 2).labels).not.toEqual(noisy(0.3).labels);
  });
});
