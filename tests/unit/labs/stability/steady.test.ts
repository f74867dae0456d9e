import { expect, it } from 'vitest';
import { steady } from '#lib/labs/stability/steady.ts';

it('gives one object for as long as its value is the same', () => {
  let depth = 3;
  const spec = steady(() => ({ depth, inputs: { count: 2 }, sizes: [1, NaN] }));
  const first = spec();
  expect(spec()).toBe(first);
  depth = 4;
  const second = spec();
  expect(second).toEqual({ depth: 4, inputs: { count: 2 }, sizes: [1, NaN] });
  expect(spec()).toBe(second);
});
