import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { runInWorker } from '../on-webgl/run-in-worker.ts';
import type { compare } from '../theory/exact/trained.ts';

const entry = fileURLToPath(new URL('../on-webgl/exact-on-webgl.ts', import.meta.url));

test('a network that WebGL trained has exact averages that a loop over all its masks on WebGL gives, too', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const { difference, standardErrors, least, most } = await runInWorker<ReturnType<typeof compare>>(
    page,
    entry,
    100_000,
  );
  // Derived in tests/theory/exact.
  expect(difference).toBeLessThan(1e-6);
  expect(standardErrors).toBeLessThan(5);
  expect(least).toBeLessThan(0.1);
  expect(most).toBeGreaterThan(0.9);
});
