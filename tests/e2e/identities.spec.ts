import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { runInWorker } from '../on-webgl/run-in-worker.ts';
import type { EngineCheck } from '../theory/engine-identities.ts';

const entry = fileURLToPath(new URL('../on-webgl/identities-on-webgl.ts', import.meta.url));

test('on WebGL the identities hold within what its roundings allow, and the controls break', async ({
  page,
}) => {
  const { bits, checks } = await runInWorker<{ bits: number; checks: EngineCheck[] }>(
    page,
    entry,
    1,
  );
  expect(bits).toBe(32);
  for (const { what, control, difference, allowed } of checks) {
    if (control) expect(difference, what).toBeGreaterThan(100 * allowed);
    else expect(difference, what).toBeLessThanOrEqual(allowed);
    // A bound that anything could slip under would prove nothing.
    expect(allowed, what).toBeLessThan(2e-4);
  }
  expect(new Set(checks.map(({ row }) => row))).toEqual(new Set([1, 3, 4, 9]));
  test.info().annotations.push({
    type: 'differences',
    description: checks.map((c) => `${c.what}: ${c.difference.toExponential(1)}`).join('; '),
  });
});
