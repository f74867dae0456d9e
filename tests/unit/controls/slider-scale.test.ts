import { expect, test } from 'vitest';
import { fromPlace, PLACES, toPlace } from '#lib/controls/slider-scale.ts';

const rate = { min: 0, max: 10, step: 0.001, scale: 'log' as const, integer: false };
const rows = { min: 10, max: 70_000, step: 10, scale: 'log' as const, integer: true };
const share = { min: 0, max: 1, step: 0.05, integer: false };

test.each([rate, rows, share])('the ends of a slider are the ends of its range', (scale) => {
  expect(fromPlace(PLACES, scale)).toBe(scale.max);
  expect(fromPlace(0, scale)).toBe(scale.min > 0 || scale === share ? scale.min : scale.step);
  expect(toPlace(scale.max, scale)).toBe(PLACES);
  expect(toPlace(scale.min, scale)).toBe(0);
});

test('a linear slider gives multiples of its step, as a person would write them', () => {
  expect(fromPlace(300, share)).toBe(0.3);
  expect(fromPlace(149, share)).toBe(0.15);
});

test('a logarithmic slider gives two digits, and whole numbers where they are asked for', () => {
  for (let place = 0; place <= PLACES; place += 37) {
    expect(Number.isInteger(fromPlace(place, rows))).toBe(true);
    const value = fromPlace(place, rate);
    expect(Number(value.toPrecision(2))).toBe(value);
  }
});
