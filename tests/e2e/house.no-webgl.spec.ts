import { expect } from '@playwright/test';
import { test } from './support/test.ts';

test('this browser has no WebGL, neither on the page nor in a canvas of a worker', async ({
  page,
}) => {
  await page.goto('./en/');
  const contexts = await page.evaluate(() => [
    document.createElement('canvas').getContext('webgl2'),
    new OffscreenCanvas(1, 1).getContext('webgl2'),
    new OffscreenCanvas(1, 1).getContext('webgl'),
  ]);
  expect(contexts).toEqual([null, null, null]);
});
