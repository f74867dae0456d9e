import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearRange, linearTicks, logRange, logTicks } from '#lib/charts/ticks.ts';

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const positive = fc.double({ min: 1e-6, max: 1e6, noNaN: true });

describe('linear axes', () => {
  it('end on round numbers', () => {
    expect(linearRange(0.031, 0.87, 5)).toEqual([0, 1]);
    expect(linearRange(0.142, 0.318, 5)).toEqual([0.1, 0.35]);
  });

  it('hold every value', () => {
    fc.assert(
      fc.property(finite, finite, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const range = linearRange(low, high, 5);
        expect(range[0]).toBeLessThanOrEqual(low);
        expect(range[1]).toBeGreaterThanOrEqual(high);
        expect(range[0]).toBeLessThan(range[1]);
      }),
      {
        // Denormal numbers, which are too close together for round steps between them.
        examples: [
          [-1e-323, 0],
          [-1e-323, -1e-323],
          [-5e-324, -5e-324],
          [-5e-324, 5e-324],
          [1e-323, 1e-322],
          [-3e-310, -1e-310],
        ],
      },
    );
  });

  it('end where the values do, if no round numbers around them are found', () => {
    // d3's own `nice` goes on for ever with both.
    expect(linearRange(-1, 1, 1)).toEqual([-1, 1]);
    expect(linearRange(962497.0207659915, 962497.0207659918, 5)).toEqual([
      962497.0207659915, 962497.0207659918,
    ]);
  });

  it('are 0 to 1 where there is nothing to show', () => {
    expect(linearRange(Infinity, -Infinity, 5)).toEqual([0, 1]);
  });

  it('have ticks within them', () => {
    expect(linearTicks(0, 3000, 6)).toEqual([0, 500, 1000, 1500, 2000, 2500, 3000]);
  });
});

describe('log axes', () => {
  it('end on 1, 2 or 5 times a power of ten', () => {
    expect(logRange(0.13, 0.92)).toEqual([0.1, 1]);
    expect(logRange(3, 1200)).toEqual([2, 2000]);
    expect(logRange(1, 1000)).toEqual([1, 1000]);
  });

  it('hold every value', () => {
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const range = logRange(low, high);
        expect(range[0]).toBeLessThanOrEqual(low * (1 + 1e-8));
        expect(range[1]).toBeGreaterThanOrEqual(high * (1 - 1e-8));
        expect(range[0]).toBeLessThan(range[1]);
      }),
    );
  });

  it('are labelled at powers of ten, and between where there is room', () => {
    expect(logTicks(1, 1000, 5)).toEqual([1, 10, 100, 1000]);
    expect(logTicks(1, 1000, 12)).toEqual([1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]);
    expect(logTicks(1e-6, 1, 3)).toEqual([1e-6, 1e-4, 0.01, 1]);
  });

  it('have no ticks where there is no axis', () => {
    expect(logTicks(0, 10, 5)).toEqual([]);
  });
});
