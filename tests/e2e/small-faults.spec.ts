import { expect, type Page } from '@playwright/test';
import { averaged, openLab, bar, button, card, query, small, stateIs } from './support/lab.ts';
import { test } from './support/test.ts';

/** Faults that were once seen on the built site, each standing for its kind. */

test('training again and again leaves no chart that draws after it is gone', async ({ page }) => {
  // The test fails at any exception of the page.
  await openLab(page, { ...small, epochs: 1, variants: 'single,dropout', backend: 'wasm', run: 1 });
  for (let i = 0; i < 10; i++) {
    await stateIs(page, 'done');
    await button(page, 'Train again').click();
  }
  const cards = page.locator('article[data-variant]');
  for (let i = 0; i < 3; i++) {
    await page.getByRole('navigation').getByRole('link', { name: 'Units' }).click();
    await expect(cards).toHaveCount(0);
    await page.goBack();
    await expect(cards).toHaveCount(2);
    // The link says run=1: by now the page may have trained by itself.
    await bar(page)
      .getByRole('button', { name: /^Train( again)?$/ })
      .click();
  }
  await stateIs(page, 'done');
});

const pages = ['', 'dropout/', 'units/', 'subnetworks/', 'stability/', 'theory/', 'results/'];

test('a page by the name of its file is the same page, with its query', async ({ page }) => {
  for (const path of pages) {
    for (const lang of ['en', 'zh']) {
      await page.goto(`./${lang}/${path}`);
      const title = await page.title();
      await page.goto(`./${lang}/${path}index.html`);
      await expect(page.locator('html')).toHaveAttribute('data-started', '');
      await expect(page).toHaveTitle(title);
      expect(new URL(page.url()).pathname).toMatch(new RegExp(`/${lang}/${path}$`));
    }
  }
  await page.goto('./en/dropout/index.html?epochs=7&embed=1');
  await expect(page).toHaveURL(/\/dropout\/\?epochs=7&embed=1$/);
  await expect(page.getByRole('textbox', { name: 'Epochs' })).toHaveValue('7');
  await page.goto('./index.html');
  await expect(page).toHaveURL(/\/en\/$/);
});

test('a run that diverged is marked in cards and table and left out of the words', async ({
  page,
}) => {
  const link = query({
    data: 'plane',
    shape: 'spirals',
    train: 100,
    test: 100,
    'label-noise': 0,
    hidden: '8-8-8-8-8-8',
    activation: 'sigmoid',
    lr: 10,
    l2: 3,
    batch: 10,
    p: 0.5,
    epochs: 5,
    variants: 'single,dropout',
    draws: 10,
    backend: 'wasm',
    run: 1,
  });
  await page.goto(`./en/dropout/?${link}`);
  await stateIs(page, 'done');
  const words = page.getByRole('region', { name: 'In words' });
  for (const variant of ['single', 'dropout']) {
    await expect(card(page, variant).locator('.status')).toHaveText('diverged');
    await expect(
      card(page, variant).getByText(/became (−|-)?(Infinity|NaN) at step/),
    ).toBeVisible();
  }
  const rows = page.getByRole('region', { name: 'Every variant and estimator' }).getByRole('row');
  await expect(rows.filter({ hasText: 'dropout off' }).first()).toContainText('diverged');
  await expect(page.getByText(/its figures are those of the weights before/)).toHaveCount(1);
  await expect(words.getByRole('listitem')).toHaveText([
    /^Not compared, since training diverged: .*(single network|dropout) and (dropout|single network)/,
  ]);
});

test('a preset is marked and described only where the experiment is that preset', async ({
  page,
}) => {
  const presets = page.getByRole('group', { name: 'Start from' });
  await openLab(page, { data: 'plane' });
  await expect(presets.getByRole('button', { pressed: true })).toHaveCount(0);
  await expect(presets.getByRole('paragraph')).toHaveText('');
  await presets.getByRole('button', { name: 'Two moons' }).click();
  await expect(presets.getByRole('button', { pressed: true })).toHaveText('Two moons');
  await expect(presets.getByRole('paragraph')).toHaveText(/\S/);
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  /** Taps the middle of an element, as a finger does. */
  async function tap(page: Page, box: { x: number; y: number; width: number; height: number }) {
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  }

  test('a reading of the lab stays until the next tap', async ({ page }) => {
    await openLab(page, { ...small, variants: 'single', backend: 'wasm', run: 1 });
    await stateIs(page, 'done');
    const chart = page.getByRole('figure', { name: /All variants together/ });
    await chart.scrollIntoViewIfNeeded();
    const slider = chart.getByRole('slider');
    await tap(page, (await slider.boundingBox())!);
    await expect(chart.locator('.where')).toHaveText(/step \d+/);
    await expect(slider.locator('line')).toHaveCount(1);
    await page.waitForTimeout(300);
    await expect(chart.locator('.where')).toHaveText(/step \d+/);
    await tap(page, (await page.getByRole('heading', { level: 1 }).boundingBox())!);
    await expect(chart.locator('.where')).toHaveText('');
  });

  for (const [name, path, what] of [
    ['signals', './en/stability/?preset=sigmoid&run=1', '.chart'],
    ['heat map', './en/stability/?preset=sigmoid&run=1', '.map'],
  ] as const) {
    test(`a reading of the stability lab stays until the next tap: ${name}`, async ({ page }) => {
      await page.goto(path);
      const chart = page.locator(`section[aria-labelledby="view"] ${what}`).first();
      await chart.scrollIntoViewIfNeeded();
      await expect(chart).toBeVisible({ timeout: 60_000 });
      const before = await marks(chart);
      await tap(page, (await chart.boundingBox())!);
      await expect.poll(() => marks(chart)).toBeGreaterThan(before);
      const read = await marks(chart);
      await page.waitForTimeout(300);
      expect(await marks(chart)).toBe(read);
    });
  }

  const marks = (chart: import('@playwright/test').Locator) =>
    chart.evaluate((element) => element.querySelectorAll('*').length);
});

test('the link of the header to the lab that is open keeps state and link together', async ({
  page,
}) => {
  await openLab(page, { epochs: 7, members: 3 });
  const link = new URL(page.url()).search;
  await page
    .getByRole('navigation')
    .getByRole('link', { name: 'Lab', exact: true })
    .first()
    .click();
  await expect(page.getByRole('textbox', { name: 'Epochs' })).toHaveValue('7');
  await expect.poll(() => new URL(page.url()).search).toBe(link);
});

test('embed=1 stays on the way through links of the frame', async ({ page }) => {
  await page.goto('./en/results/?embed=1');
  await expect(page.locator('html')).toHaveAttribute('data-started', '');
  await page.getByRole('link', { name: 'Run this here' }).first().click();
  await expect(page).toHaveURL(/\/en\/\w+\/\?.*embed=1/);
  await expect(page.locator('.site-header')).toBeHidden();

  // A link that loads the page anew, and one without a query.
  await page.goto('./en/subnetworks/?preset=noisy-digits&epochs=1&train=100&embed=1&run=1');
  await stateIs(page, 'done');
  await page
    .getByRole('link', { name: /theory/i })
    .last()
    .click();
  await expect(page).toHaveURL(/\/en\/theory\/\?embed=1$/);
  await expect(page.locator('.site-header')).toBeHidden();
});

test('Chinese pages join their words with Chinese marks', async ({ page }) => {
  await openLab(
    page,
    { ...small, variants: 'dropout', backend: 'wasm', run: 1, change: '5:lr:0.01' },
    'zh',
  );
  await stateIs(page, 'done');
  await averaged(page);
  const names = await page
    .getByRole('slider')
    .evaluateAll((sliders) => sliders.map((slider) => slider.getAttribute('aria-label') ?? ''));
  const settings = await page.locator('aside label').allInnerTexts();
  // A Latin mark beside Chinese, or a blank after a mark that has its own room.
  const mixed = /[\u4e00-\u9fff][,.:;] |[,.:;] [\u4e00-\u9fff]|[，。；：] /;
  for (const text of [...names, ...settings, await page.locator('main').innerText()])
    expect(text.match(mixed)?.[0] ?? '').toBe('');
  for (const path of ['', 'results/', 'subnetworks/', 'units/', 'stability/', 'theory/']) {
    await page.goto(`./zh/${path}`);
    await expect(page.locator('html')).toHaveAttribute('data-started', '');
    const text = await page.locator('main').innerText();
    expect(text.match(mixed)?.[0] ?? '', path).toBe('');
  }
  await expect(bar(page)).toHaveCount(0);
});
