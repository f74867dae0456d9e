import { expect, it } from 'vitest';
import { besideLine, textWidth } from '#lib/charts/text-width.ts';

it('a Chinese character is as wide as two letters, about', () => {
  expect(textWidth('学习率', 10) / textWidth('lr', 10)).toBeCloseTo(2.7, 1);
});

it('a text stands to the right of its line, to the left where it does not fit, and within the chart', () => {
  const range = [0, 100] as const;
  expect(besideLine(10, 'ab', 10, range)).toBe(14);
  const left = besideLine(95, 'ab', 10, range);
  expect(left + textWidth('ab', 10)).toBeCloseTo(91, 9);
  // Longer than all there is: its beginning is what is read.
  expect(besideLine(50, 'a text that is too long', 10, range)).toBe(0);
});
