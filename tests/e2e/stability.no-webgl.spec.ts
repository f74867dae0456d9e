import { expect } from '@playwright/test';
import { query, stateIs } from './support/lab.ts';
import { test } from './support/test.ts';

test('the stability lab computes on WASM where there is no WebGL to be had, and says why', async ({
  page,
}) => {
  const link = query({ depth: 6, width: 16, networks: 2, backend: 'webgl' });
  await page.goto(`./en/stability/?${link}`);
  await stateIs(page, 'done');
  const said = page.getByRole('status').filter({ hasText: 'in float32:' });
  await expect(said).toHaveText(/^The lab computes with WebAssembly, in float32: .*WebGL/);
  await expect(page.locator('details.badge summary')).toContainText('WebAssembly');
});
