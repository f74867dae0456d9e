import { expect, test } from 'vitest';
import { stabilityPreset } from '../../../src/lib/experiment/stability/presets.ts';
import {
  canInvert,
  preActivationsOf,
  shareWithin,
} from '../../../src/lib/ui/stability/taylor/preactivations.ts';
import { polynomialText, termText } from '../../../src/lib/ui/stability/taylor/polynomial.ts';
import { zoneOf } from '../../../src/lib/ui/stability/taylor/zone.ts';
import { count, emptyHistogram } from '../../../workers/stability/signals/histogram.ts';
import { stackActivation } from '../../../workers/stability/activations.ts';
import { taylor, type TaylorAnswer } from '../../../workers/stability/taylor.ts';
import type { StackActivation } from '../../../src/lib/experiment/stability/stack.ts';

const nobody = { tell() {}, goesOn: async () => true };
const curve = (activation: StackActivation, order: number, reach: number) =>
  taylor(null as never, { activation, order, reach }, nobody) as TaylorAnswer;

const zone = (activation: StackActivation, order: number, reach = 4) => {
  const { x, remainder } = curve(activation, order, reach);
  return zoneOf(x, remainder);
};

test('the zone ends where function and polynomial are 0.01 apart', () => {
  const [low, high] = zone('tanh', 3);
  expect(low).toBeCloseTo(-high, 12);
  expect(Math.abs(Math.tanh(high) - (high - high ** 3 / 3))).toBeCloseTo(0.01, 3);
  // The ReLU is its polynomial from the right, and leaves it at once on the left.
  expect(zone('relu', 1)[0]).toBeCloseTo(-0.01, 10);
  expect(zone('relu', 1)[1]).toBe(Infinity);
  expect(zone('none', 1)).toEqual([-Infinity, Infinity]);
});

test('activations are turned back into the pre-activations that they came from', () => {
  for (const activation of ['sigmoid', 'tanh', 'scaled-sigmoid', 'none'] as const) {
    const histogram = emptyHistogram(activation, 1, 2);
    // An even spread over ±2.
    const z = Float64Array.from({ length: 40_001 }, (_, i) => (i - 20_000) / 10_000);
    count(histogram, 1, z.map(stackActivation[activation].value));
    const spread = preActivationsOf(histogram, 1, activation)!;
    const whole = spread.shares.reduce((sum, share) => sum + share, spread.below + spread.above);
    expect(whole).toBeCloseTo(1, 10);
    const half = shareWithin(spread, [-1, 1]);
    expect(half.about).toBeCloseTo(0.5, 1);
    expect(half.least).toBeLessThanOrEqual(0.5 + 1e-3);
    expect(half.most).toBeGreaterThanOrEqual(0.5 - 1e-3);
    expect(shareWithin(spread, [-Infinity, Infinity]).least).toBeCloseTo(1, 10);
    expect(preActivationsOf(histogram, 0, activation)).toBeNull();
  }
});

test('of the ReLU what lay below 0 is not known, and the share says so', () => {
  const histogram = emptyHistogram('relu', 1, 2);
  count(histogram, 1, new Float64Array([0, 0, 0.5, 1.5]));
  const spread = preActivationsOf(histogram, 1, 'relu')!;
  expect(spread.edges[0]).toBeGreaterThan(0);
  expect(spread.below).toBe(0.5);
  expect(shareWithin(spread, [-0.01, Infinity])).toMatchObject({ least: 0.5, most: 1 });
});

test('a skip or a mask hides the pre-activations', () => {
  const { stack } = stabilityPreset('taylor');
  expect(canInvert(stack)).toBe(true);
  expect(canInvert({ ...stack, residual: 'identity' })).toBe(false);
  expect(canInvert({ ...stack, drop: 0.5 })).toBe(false);
});

test('polynomials are written as in a book', () => {
  const number = (x: number) => String(Number(x.toPrecision(3)));
  expect(polynomialText(curve('tanh', 3, 1).coefficients, number)).toBe('x − 0.333 x³');
  expect(polynomialText(curve('sigmoid', 3, 1).coefficients, number)).toBe(
    '0.5 + 0.25 x − 0.0208 x³',
  );
  expect(polynomialText(curve('tanh', 21, 1).coefficients, number)).toContain('+ …');
  expect(polynomialText([0], number)).toBe('0');
  expect(termText(-0.5, 12, number)).toBe('−0.5 x¹²');
  expect(termText(1, 1, number)).toBe('x');
});
