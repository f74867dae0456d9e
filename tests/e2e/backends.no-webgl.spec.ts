import { expect } from '@playwright/test';
import * as en from '#lib/i18n/en.ts';
import { downloadResults } from './support/downloads.ts';
import { badge, openLab, root, small, stateIs } from './support/lab.ts';
import { test } from './support/test.ts';

test('where WebGL is switched off the run goes on WASM to its end, and the badge says why', async ({
  page,
}) => {
  await openLab(page, { ...small, run: 1 });
  await stateIs(page, 'done');
  const said = await badge(page);
  expect(said).toMatch(/WebAssembly\s+float32/);
  expect(said).toContain(en.backend.why.noGpu);
  const { environment, variants } = await downloadResults(page);
  expect(environment).toMatchObject({ backend: 'wasm', floatBits: 32 });
  for (const { variant, step, steps } of variants) expect(step, variant).toBe(steps);
});

test('where WebGL is asked for and cannot be had, the run falls to WASM and says so', async ({
  page,
}) => {
  await openLab(page, { ...small, backend: 'webgl', run: 1 });
  await stateIs(page, 'done');
  await expect(
    root(page).getByText(/WebGL could not be used \(.*\); the run goes on with WebAssembly\./),
  ).toBeVisible();
  const { environment, experiment, notices } = await downloadResults(page);
  expect(experiment.backend).toBe('webgl');
  expect(environment.backend).toBe('wasm');
  expect(notices.map(({ kind }) => kind)).toContain('backend-fallback');
});
