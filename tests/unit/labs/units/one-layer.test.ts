import { describe, expect, test } from 'vitest';
import {
  expected,
  layer,
  nothingYet,
  sampleOf,
  varianceOf,
  withSample,
  type Setting,
} from '#lib/labs/units/one-layer.ts';

const n = 20_000;

function run(setting: Setting) {
  let running = nothingYet();
  for (let i = 0; i < n; i++) running = withSample(running, sampleOf(setting, 1, i));
  return running;
}

describe.each(['inverted', 'none'] as const)('training with scaling %s', (scaling) => {
  test.each([0.1, 0.5, 0.8])('at p = %d the running figures come to the closed form', (p) => {
    const setting: Setting = { p, mode: 'training', scaling };
    const running = run(setting);
    const { mean, variance } = expected(setting);
    layer.forEach((h, unit) => {
      const f = scaling === 'inverted' ? 1 / (1 - p) : 1;
      expect(Math.abs(running.mean[unit] - mean[unit])).toBeLessThan(
        4.5 * Math.sqrt(variance[unit] / n),
      );
      // The variance of a two-valued number estimates h²f²·q(1 − q); its own standard error is
      // h²f²·|1 − 2q|·√(q(1 − q)/n), and of the order 1/n at q = ½.
      const q = 1 - p;
      const error = (h * f) ** 2 * (Math.abs(1 - 2 * q) * Math.sqrt((q * p) / n) + 5 / n);
      expect(Math.abs(varianceOf(running, unit) - variance[unit])).toBeLessThan(4.5 * error);
    });
  });
});

test('at p = 0 every sample is the layer itself, and at p = 1 it is nothing', () => {
  for (const scaling of ['inverted', 'none'] as const) {
    expect(sampleOf({ p: 0, mode: 'training', scaling }, 1, 0).values).toEqual(layer);
    expect(sampleOf({ p: 1, mode: 'training', scaling }, 1, 0).values).toEqual([0, 0, 0, 0, 0]);
    const { mean, variance } = expected({ p: 1, mode: 'training', scaling });
    expect([...mean, ...variance].every((x) => x === 0)).toBe(true);
  }
});

test('inference keeps every unit, whatever p is', () => {
  expect(sampleOf({ p: 0.9, mode: 'inference', scaling: 'inverted' }, 1, 3).values).toEqual(layer);
  expect(expected({ p: 0.9, mode: 'inference', scaling: 'inverted' }).mean).toEqual(layer);
});

test('the same sample comes again, and another number gives another', () => {
  const setting: Setting = { p: 0.5, mode: 'training', scaling: 'inverted' };
  expect(sampleOf(setting, 1, 7)).toEqual(sampleOf(setting, 1, 7));
  const masks = new Set(Array.from({ length: 50 }, (_, i) => String(sampleOf(setting, 1, i).kept)));
  expect(masks.size).toBeGreaterThan(10);
});
