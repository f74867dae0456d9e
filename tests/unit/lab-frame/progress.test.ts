import { expect, test } from 'vitest';
import type { VariantRun } from '#lib/crew/run/types.ts';
import { wholeProgress } from '#lib/lab-frame/progress.ts';

const variant = (part: Partial<VariantRun>) =>
  ({ steps: 100, step: 0, secondsLeft: NaN, status: 'training', ...part }) as VariantRun;

test('progress counts the steps of all variants, and waits for the slowest', () => {
  expect(
    wholeProgress([variant({ step: 50, secondsLeft: 4 }), variant({ step: 25, secondsLeft: 9 })]),
  ).toEqual({ share: 0.375, secondsLeft: 9 });
});

test('time is unknown while one of them does not know its own', () => {
  expect(wholeProgress([variant({ secondsLeft: 4 }), variant({})]).secondsLeft).toBeNaN();
});

test('a variant that failed will do no more', () => {
  expect(wholeProgress([variant({ status: 'failed', step: 3 })])).toEqual({
    share: 1,
    secondsLeft: 0,
  });
});
