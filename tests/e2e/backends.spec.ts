import { expect } from '@playwright/test';
import * as en from '#lib/i18n/en.ts';
import { downloadResults, variantOf } from './support/downloads.ts';
import { badge, openLab, small, stateIs } from './support/lab.ts';
import { test } from './support/test.ts';

test('a software renderer that nobody asked for is passed by: the run goes on WASM, and the badge says why', async ({
  page,
}) => {
  await openLab(page, { ...small, run: 1 });
  await stateIs(page, 'done');
  const said = await badge(page);
  expect(said).toMatch(/WebAssembly\s+float32/);
  expect(said).toContain(en.backend.why.noGpu);
  expect(said).toMatch(/software renderer: .*SwiftShader/);
  const { environment, variants } = await downloadResults(page);
  expect(environment).toMatchObject({ backend: 'wasm', floatBits: 32 });
  for (const one of variants) expect(one.environment?.backend, one.variant).toBe('wasm');
});

test('backend=auto times each backend on this experiment, and shows what it measured', async ({
  page,
}) => {
  await openLab(page, { ...small, backend: 'auto', run: 1 });
  await stateIs(page, 'done');
  const { environment, experiment } = await downloadResults(page);
  expect(experiment.backend).toBe('auto');
  const { timings, backend } = environment;
  expect(timings.map((timing) => timing.backend)).toEqual(['webgl', 'wasm', 'cpu']);
  const times = timings.map(({ millisecondsPerStep }) => millisecondsPerStep!);
  for (const time of times) expect(time).toBeGreaterThan(0);
  const fastest = timings.find((timing) => timing.millisecondsPerStep === Math.min(...times));
  expect(backend).toBe(fastest!.backend);

  const said = await badge(page);
  expect(said).toContain(en.backend.why.fastest);
  for (const name of ['WebGL', 'WebAssembly', 'plain JavaScript'])
    expect(said).toMatch(new RegExp(`${name}: [\\d.,]+ ms a step`));
});

test('backend=cpu trains in plain JavaScript', async ({ page }) => {
  await openLab(page, { ...small, backend: 'cpu', run: 1 });
  await stateIs(page, 'done');
  const said = await badge(page);
  expect(said).toMatch(/plain JavaScript\s+float32/);
  expect(said).toContain(en.backend.why.asked);
  const result = await downloadResults(page);
  expect(result.environment).toMatchObject({ backend: 'cpu', renderer: '' });
  expect(variantOf(result, 'single').estimators[0].testError).not.toBeNull();
});

test('precision=half renders WebGL to 16 bits, and page and results say so', async ({ page }) => {
  await openLab(page, {
    ...small,
    variants: 'single,dropout',
    epochs: 6,
    backend: 'webgl',
    precision: 'half',
    run: 1,
  });
  await stateIs(page, 'done');
  const said = await badge(page);
  expect(said).toMatch(/WebGL\s+float16/);
  expect(said).toContain(en.backend.half);
  const result = await downloadResults(page);
  expect(result.environment.floatBits).toBe(16);
  expect(result.notices.map(({ kind }) => kind)).toContain('half-precision');
  for (const { variant, curves } of result.variants)
    expect(curves.trainLoss.at(-1), variant).toBeLessThan(curves.trainLoss[0]!);
});
