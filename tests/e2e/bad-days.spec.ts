import { expect, type Page } from '@playwright/test';
import * as en from '#lib/i18n/en.ts';
import { downloadResults, figures, testError, variantOf } from './support/downloads.ts';
import {
  button,
  card,
  endless,
  everyoneHasSteps,
  openLab,
  root,
  small,
  stateIs,
  stepsOf,
} from './support/lab.ts';
import { test } from './support/test.ts';
import {
  beforeTrainer,
  loseContext,
  onlyTrainer,
  rememberContexts,
  throwIn,
  trainers,
} from './support/workers.ts';

test('a worker that throws is replaced, its card says so, and the run comes to the same figures', async ({
  page,
}) => {
  const experiment = {
    ...small,
    hidden: '96-64',
    batch: 10,
    // Long enough that the variant that began last is not done when its worker breaks.
    epochs: 400,
    variants: 'single,dropout',
    backend: 'wasm',
    run: 1,
  };
  await openLab(page, experiment);
  await everyoneHasSteps(page, 1);
  // The first one may be done, and its worker gone, before the other has begun.
  await throwIn(trainers(page).at(-1)!, 'broken on purpose');
  const cards = page.locator('article[data-variant]');
  await expect(
    cards.getByText(/its worker stopped \(.*broken on purpose.*\) and was replaced/),
  ).toHaveCount(1);
  await stateIs(page, 'done');
  const broken = await downloadResults(page);
  expect(broken.notices.map(({ kind }) => kind)).toEqual(['worker-replaced']);

  await openLab(page, experiment);
  await stateIs(page, 'done');
  const whole = await downloadResults(page);
  expect(whole.notices).toEqual([]);
  expect(figures(broken)).toEqual(figures(whole));
});

test('a worker that falls silent for a minute is replaced', async ({ page }) => {
  await page.clock.install();
  await openLab(page, { ...endless, variants: 'dropout', backend: 'wasm', run: 1 });
  await everyoneHasSteps(page, 1);
  await (await onlyTrainer(page)).evaluate(() => self.close());
  // What it said before may still be on its way, and would make it alive for a minute more.
  let seen = -1;
  const silent = async () => seen === (seen = await stepsOf(page, 'dropout'));
  await expect.poll(silent, { intervals: [1_000] }).toBe(true);
  await page.clock.runFor(70_000);
  await expect(
    card(page, 'dropout').getByText(/gave no answer for 60 s.* and was replaced/),
  ).toBeVisible();
  await everyoneHasSteps(page, 1);
  await button(page, 'Stop').click();
  await stateIs(page, 'done');
});

test('a variant whose every worker fails is given up with the reason, and the others go on', async ({
  page,
}) => {
  await beforeTrainer(
    page,
    `let variant;
    self.addEventListener('message', ({ data }) => {
      if (data?.path?.[0] === 'prepare') variant = data.argumentList[0].value.variant;
      if (data?.path?.[0] === 'train' && variant === 'dropout') throw new Error('broken on purpose');
    });`,
  );
  await openLab(page, { ...small, variants: 'single,dropout', backend: 'wasm', run: 1 });
  await stateIs(page, 'done');
  const dropout = card(page, 'dropout');
  await expect(dropout).toHaveAttribute('data-status', 'failed');
  await expect(dropout.getByText(/was replaced.*\(attempt \d\)/)).toHaveCount(3);
  await expect(dropout.getByText(/Dropout was given up: .*broken on purpose/)).toBeVisible();
  await expect(card(page, 'single')).toHaveAttribute('data-status', 'done');
  expect(testError(await downloadResults(page), 'single', 'off')).toBeLessThan(1);
});

test('where every variant fails the run has failed, and an alert says why', async ({ page }) => {
  await beforeTrainer(
    page,
    `self.addEventListener('message', ({ data }) => {
      if (data?.path?.[0] === 'train') throw new Error('broken on purpose');
    });`,
  );
  await openLab(page, { ...small, variants: 'single', backend: 'wasm', run: 1 });
  await stateIs(page, 'failed');
  await expect(page.getByRole('alert')).toHaveText(/The run failed: .*broken on purpose/);
});

test('a lost WebGL context is replaced by a fresh one, and lost again by WASM; training goes on', async ({
  page,
}) => {
  await beforeTrainer(page, rememberContexts);
  await openLab(page, { ...endless, variants: 'single', backend: 'webgl', run: 1 });
  const single = card(page, 'single');
  await everyoneHasSteps(page, 1);
  await loseContext(await onlyTrainer(page));
  await expect(
    single.getByText(/the graphics context was lost .* goes on .* with WebGL\./),
  ).toBeVisible();
  await everyoneHasSteps(page, 1);
  await expect(single).toHaveAttribute('data-status', 'training');

  await loseContext(await onlyTrainer(page));
  await expect(
    single.getByText(/the graphics context was lost .* goes on .* with WebAssembly\./),
  ).toBeVisible();
  await expect(single).toHaveAttribute('data-status', 'training');
  await everyoneHasSteps(page, 1);
  await expect(single.getByRole('listitem').filter({ hasText: 'WebAssembly' })).toBeVisible();
  await button(page, 'Stop').click();
  await stateIs(page, 'done');
  const result = await downloadResults(page);
  expect(variantOf(result, 'single').environment?.backend).toBe('wasm');
  expect(variantOf(result, 'single').step).toBeGreaterThan(0);
  expect(result.notices.filter(({ kind }) => kind === 'context-lost')).toHaveLength(2);
});

test('a member that diverges is named with step, layer and operation; the others go on', async ({
  page,
}) => {
  // λ = 10 at learning rate .5 multiplies the weights of that variant by −4 at every step.
  await openLab(page, {
    ...small,
    variants: 'single,weight-decay',
    'weight-decay': 10,
    lr: 0.5,
    momentum: 0,
    batch: 20,
    epochs: 15,
    backend: 'wasm',
    run: 1,
  });
  await stateIs(page, 'done');
  await expect(
    card(page, 'weight-decay').getByText(
      /Weight decay: (an? (pre-activation|activation|gradient|weight) of|the loss after) layer [123] became (−|-)?(Infinity|NaN) at step \d+ \(network 1\)/,
    ),
  ).toBeVisible();
  const result = await downloadResults(page);
  expect(variantOf(result, 'weight-decay').step).toBeLessThan(150);
  expect(variantOf(result, 'single')).toMatchObject({ status: 'done', step: 150 });
  expect(result.notices.map(({ kind }) => kind)).toContain('diverged');
});

test('a tab in the background goes on training, and says that it was slower', async ({ page }) => {
  await openLab(page, { ...endless, variants: 'single,dropout', backend: 'wasm', run: 1 });
  await everyoneHasSteps(page, 1);
  // The cards move before the bar: a page that is hidden while a run starts has nothing to say.
  await stateIs(page, 'running');
  await hide(page, true);
  await expect(root(page).getByText(en.notices.slowed)).toBeVisible();
  const before = Number(await card(page, 'single').locator('progress').getAttribute('value'));
  await everyoneHasSteps(page, before + 1);
  await hide(page, false);
  await stateIs(page, 'running');
  await button(page, 'Stop').click();
  await stateIs(page, 'done');
});

/** What a browser tells a page whose tab is put in the background; a headless one never does. */
async function hide(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
    const state = hidden ? 'hidden' : 'visible';
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
}
