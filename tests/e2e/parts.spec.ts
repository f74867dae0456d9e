import { readdir, readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { button, openLab, root, small, stateIs } from './support/lab.ts';

/**
 * Parts of the page that are fetched on demand and do not come. Here requests fail on purpose, so that
 * these tests watch exceptions alone.
 */

/** The built file whose text holds `mark`, as a pattern of its address. */
async function fileWith(mark: RegExp): Promise<RegExp> {
  const where = new URL('../../build/_app/immutable/chunks/', import.meta.url);
  for (const name of await readdir(where)) {
    if (!name.endsWith('.js')) continue;
    if (mark.test(await readFile(new URL(name, where), 'utf8')))
      return new RegExp(`/${name.replaceAll('.', '\\.')}$`);
  }
  throw new Error(`No built file holds ${mark}`);
}

function exceptions(page: Page): string[] {
  const seen: string[] = [];
  page.on('pageerror', (error) => seen.push(error.message));
  return seen;
}

/** uPlot names this class and nobody else does. */
const uplot = /u-over/;

test('charts whose program is not there say so, give their table, and are drawn at the second try', async ({
  page,
}) => {
  const seen = exceptions(page);
  const file = await fileWith(uplot);
  await page.route(file, (route) => route.abort());
  await openLab(page, { ...small, variants: 'single,dropout', backend: 'wasm', run: 1 });
  await stateIs(page, 'done');
  const chart = page.getByRole('figure', { name: /All variants together/ });
  await expect(chart.getByText(/cannot be drawn: a part of the page/)).toBeVisible();
  await chart.getByText('Show as a table').click();
  await expect(chart.getByRole('rowheader').first()).toBeVisible();

  await page.unroute(file);
  await chart.getByRole('button', { name: 'Try again' }).click();
  await expect(chart.locator('canvas')).toBeVisible();
  await expect(chart.getByText(/cannot be drawn/)).toHaveCount(0);
  expect(seen).toEqual([]);
});

test('charts whose program throws while it starts say so, too', async ({ page }) => {
  const seen = exceptions(page);
  await page.route(await fileWith(uplot), async (route) => {
    const response = await route.fetch();
    const body = `throw new RangeError('invalid language tag: c');${await response.text()}`;
    await route.fulfill({ response, body });
  });
  await openLab(page, { ...small, variants: 'single', backend: 'wasm', run: 1 }, 'zh');
  await stateIs(page, 'done');
  await expect(page.getByText(/无法绘制图表/).first()).toBeVisible();
  expect(seen).toEqual([]);
});

test('what hires workers is not there: the lab says so, and goes on once it is', async ({
  page,
}) => {
  const seen = exceptions(page);
  const file = await fileWith(/\/workers\/trainer-/);
  await page.route(file, (route) => route.abort());
  await page.goto('./en/dropout/?run=1');
  await stateIs(page, 'failed');
  await expect(page.getByRole('alert')).toContainText('a part of the page could not be loaded');
  await page.unroute(file);
  const data = page.locator('section[aria-labelledby="data"]');
  await data.getByRole('button', { name: 'Try again' }).click();
  await expect(data.getByText(/1,000 rows to train on/)).toBeVisible();
  expect(seen).toEqual([]);
});

test('a view that does not come says so, and is shown, styles and all, at the second try', async ({
  page,
}) => {
  const seen = exceptions(page);
  await page.goto('./en/stability/?view=products');
  await stateIs(page, 'done');
  const parts = /\/_app\/immutable\//;
  await page.route(parts, (route) => route.abort());
  await page.getByRole('button', { name: 'Random matrices' }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('a part of the page could not be loaded');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toContainText('a part of the page could not be loaded');

  await page.unroute(parts);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await stateIs(page, 'done');
  await expect(page.getByRole('progressbar')).toHaveCSS('max-width', '320px');
  await expect(alert).toHaveCount(0);
  expect(seen).toEqual([]);
});

test('a view whose program is not there says so in its place, and comes at the second try', async ({
  page,
}) => {
  const seen = exceptions(page);
  const file = await fileWith(/bins:41/);
  await page.route(file, (route) => route.abort());
  await page.goto(`./en/subnetworks/?backend=wasm&epochs=10&members=2&run=1`);
  await stateIs(page, 'done');
  const view = page.locator('section[aria-labelledby="capacity"]');
  await expect(view.getByRole('alert')).toContainText(/a part of the page could not be loaded/i);
  // The views beside it are there.
  await expect(
    page.locator('section[aria-labelledby="gain"]').getByRole('figure').first(),
  ).toBeVisible();

  await page.unroute(file);
  await view.getByRole('button', { name: 'Try again' }).click();
  await expect(view.getByText(/masks/).first()).toBeVisible();
  await expect(view.getByRole('alert')).toHaveCount(0);
  expect(seen).toEqual([]);
});

for (const backend of ['wasm', 'auto']) {
  test(`a worker whose file is missing fails the run with that reason, and demotes none: ${backend}`, async ({
    page,
  }) => {
    const seen = exceptions(page);
    await openLab(page, { ...small, variants: 'single', backend });
    const missing = /\/trainer[^/]*\.js$/;
    await page.route(missing, (route) => route.abort());
    await button(page, 'Train').click();
    await stateIs(page, 'failed');
    await expect(page.getByRole('alert')).toContainText(
      'the file of a background worker could not be loaded',
    );
    await expect(page).toHaveURL(new RegExp(`backend=${backend}`));

    await page.unroute(missing);
    await button(page, 'Train again').click();
    await stateIs(page, 'done');
    expect(seen).toEqual([]);
  });
}

for (const [lang, words] of [
  ['en', 'The program of this page could not be loaded'],
  ['zh', '页面的程序没有加载成功'],
] as const) {
  test(`a page without its program says so in ${lang}`, async ({ page }) => {
    await page.route(/\/entry\/app\.[^/]*\.js$/, (route) => route.abort());
    await page.goto(`./${lang}/dropout/`);
    await expect(page.getByRole('alert')).toContainText(words);
    await page.unroute(/\/entry\/app\.[^/]*\.js$/);
    await page.getByRole('alert').getByRole('button').click();
    await expect(page.getByText(/\d rows to train on|训练样本 \d/)).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
}

test('a page whose words do not come says so, and never "Internal Error"', async ({ page }) => {
  await page.goto('./en/');
  await expect(root(page)).toHaveCount(0);
  await page.route(await fileWith(/See it trained: clean digits/), (route) => route.abort());
  await page.getByRole('navigation').getByRole('link', { name: 'Theory' }).click();
  await expect(page.getByRole('alert')).toContainText('A part of this page could not be loaded');
  await expect(page.getByText('Internal Error')).toHaveCount(0);
});
