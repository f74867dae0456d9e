import { expect, test } from 'vitest';
import { preActivationsOf, shareWithin } from '#lib/labs/stability/taylor/preactivations.ts';
import { polynomialText, termText } from '#lib/labs/stability/taylor/polynomial.ts';
import { zoneOf } from '#lib/labs/stability/taylor/zone.ts';
import { count, preActivationHistogram } from '#workers/stability/signals/histogram.ts';
import { taylor, type TaylorAnswer } from '#workers/stability/taylor/taylor.ts';
import type { StackActivation } from '#lib/experiment/stability/stack.ts';
import { nobody } from '../../workers/listener.ts';

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

test('the share of a stretch is known to the bins that its ends cut', () => {
  const histogram = preActivationHistogram(4, 2);
  // An even spread over ±2.
  const z = Float64Array.from({ length: 40_001 }, (_, i) => (i - 20_000) / 10_000);
  count(histogram, 1, z);
  const spread = preActivationsOf(histogram, 2)!;
  const whole = spread.shares.reduce((sum, share) => sum + share, spread.below + spread.above);
  expect(whole).toBeCloseTo(1, 10);
  const half = shareWithin(spread, [-0.97, 1.03]);
  expect(half.about).toBeCloseTo(0.5, 3);
  expect(half.least).toBeLessThan(0.5);
  expect(half.most).toBeGreaterThan(0.5);
  expect(half.most - half.least).toBeLessThan(0.051);
  expect(shareWithin(spread, [-Infinity, Infinity]).least).toBeCloseTo(1, 10);
  // Nothing was counted of the first layer.
  expect(preActivationsOf(histogram, 1)).toBeNull();
});

test('what lies beyond the reach is counted, and may be inside a stretch without an end', () => {
  const histogram = preActivationHistogram(1, 1);
  count(histogram, 0, new Float64Array([-3, 0.5, 7, Infinity]));
  const spread = preActivationsOf(histogram, 1)!;
  expect(spread).toMatchObject({ below: 0.25, above: 0.5 });
  expect(shareWithin(spread, [0, Infinity]).about).toBe(0.75);
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
