import { expect, type Locator, type Page } from '@playwright/test';
import type { Language } from '#lib/i18n/language.ts';
import { backendIn, query, stateIs } from './support/lab.ts';
import { soundOnPhone } from './support/sound.ts';
import { test } from './support/test.ts';

/** The maps of the decision boundary, as somebody uses them. */

const words = {
  en: {
    title: 'The decision boundary',
    k: 'Subnetworks, k',
    place: 'Place on the maps',
    off: 'Dropout off',
    mean: (k: number) => `Mean of ${k}`,
    all: 'Mean of all 65,536',
    play: 'Play',
    pause: 'Pause',
    double: 'Twice as many',
  },
  zh: {
    title: '决策边界',
    k: '子网络个数 k',
    place: '图上的位置',
    off: '关闭暂退法',
    mean: (k: number) => `${k} 个的平均`,
    all: '全部 65,536 个的平均',
    play: '播放',
    pause: '暂停',
    double: '加倍',
  },
} satisfies Record<Language, unknown>;

const quick = { backend: 'wasm', run: 1, epochs: 60, variants: 'single,dropout' };

/** Trains, and waits for the maps, the exact one the last. */
async function open(page: Page, lang: Language, parameters: Record<string, string | number> = {}) {
  await page.goto(`./${lang}/subnetworks/?${query({ ...quick, ...parameters })}`);
  await stateIs(page, 'done');
  const view = page.getByRole('region', { name: words[lang].title });
  await view.getByRole('heading').scrollIntoViewIfNeeded();
  return view;
}

const cell = (view: Locator, row: string, column: number) =>
  view
    .getByRole('row')
    .filter({ has: view.page().getByRole('rowheader', { name: row }) })
    .locator('td')
    .nth(column);
const distance = async (view: Locator, row: string) =>
  Number((await cell(view, row, 2).textContent())!.replace('<', ''));

for (const lang of ['en', 'zh'] as const) {
  const t = words[lang];

  test(`the decision boundary in ${lang}: the mean of k comes to the mean of all`, async ({
    page,
  }) => {
    const view = await open(page, lang, { backend: backendIn[lang] });
    await expect(cell(view, t.all, 2)).toHaveText('0.000', { timeout: 120_000 });
    await expect(view.getByRole('img')).toHaveCount(6);
    await expect(cell(view, t.off, 1)).toHaveText('100.0%');

    // By keyboard alone.
    const k = view.getByRole('slider', { name: t.k });
    await k.focus();
    await page.keyboard.press('Home');
    await expect(view.getByRole('img', { name: t.mean(1), exact: true })).toBeVisible();
    const one = await distance(view, t.mean(1));
    await page.keyboard.press('ArrowRight');
    await expect(view.getByRole('img', { name: t.mean(2), exact: true })).toBeVisible();
    await page.keyboard.press('End');
    await expect(view.getByRole('img', { name: t.mean(500), exact: true })).toBeVisible();
    // √500 is about 22; a single draw may be luckier than most.
    expect(await distance(view, t.mean(500))).toBeLessThan(one / 4);

    await page.keyboard.press('Home');
    await view.getByRole('button', { name: t.play }).press('Enter');
    const seen = async () => parseInt((await k.getAttribute('aria-valuetext'))!);
    await expect.poll(seen).toBeGreaterThan(3);
    await view.getByRole('button', { name: t.pause }).press('Enter');
    await expect(view.getByRole('button', { name: t.play })).toBeVisible();

    await soundOnPhone(page, 'boundary', 360);
  });
}

test('one cursor reads all maps, by keys and by pointer, and the colours say what it says', async ({
  page,
}) => {
  const t = words.en;
  const view = await open(page, 'en');
  await expect(cell(view, t.all, 2)).toHaveText('0.000', { timeout: 120_000 });
  const off = view.getByRole('img', { name: t.off, exact: true });
  const place = view.getByRole('slider', { name: t.place });
  const where = async () => (await place.getAttribute('aria-valuetext'))!;

  await place.focus();
  const before = await where();
  await page.keyboard.press('ArrowUp');
  const above = await where();
  expect(above).not.toBe(before);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  expect(await where()).toBe(before);

  const box = (await off.boundingBox())!;
  let sure = 0;
  for (const [across, down] of [
    [0.03, 0.05],
    [0.97, 0.9],
    [0.2, 0.3],
    [0.9, 0.5],
  ]) {
    const [x, y] = [across * box.width, down * box.height];
    await off.hover({ position: { x, y } });
    const said = (await cell(view, t.off, 0).textContent())!;
    expect(await where()).toContain(`${t.off}: ${said}`);
    const p = Number(said.replace('<', ''));
    const [red, , blue] = await off
      .locator('canvas')
      .first()
      .evaluate(
        (canvas: HTMLCanvasElement, [u, v]) => [
          ...canvas
            .getContext('2d')!
            .getImageData(Math.round(u * canvas.width), Math.round(v * canvas.height), 1, 1).data,
        ],
        [across, down],
      );
    if (Math.abs(p - 0.5) < 0.2) continue;
    sure++;
    expect(red > blue).toBe(p > 0.5);
  }
  expect(sure).toBeGreaterThan(0);
});

test('where motion is to be reduced, the mean grows by steps', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const view = await open(page, 'en');
  await expect(view.getByText('500 of 500')).toBeVisible();
  await view.getByRole('button', { name: words.en.double }).click();
  await expect(view.getByRole('img', { name: 'Mean of 20', exact: true })).toBeVisible();
  await expect(view.getByRole('button', { name: words.en.play })).toHaveCount(0);
});

test('more than 20 units, and no network without dropout: both are said', async ({ page }) => {
  const view = await open(page, 'en', { hidden: '11-10', variants: 'dropout', epochs: 5 });
  await expect(view.getByText('at most 20 units that can be dropped; here there are 21')).toBeVisible(); // prettier-ignore
  await expect(view.getByText('A network without dropout was not trained.')).toBeVisible();
  await expect(view.getByRole('img')).toHaveCount(4);
});

test('data of other than two inputs lead to points in the plane', async ({ page }) => {
  const small = { preset: 'noisy-digits', train: 60, test: 60, hidden: '8', epochs: 1 };
  const view = await open(page, 'en', small);
  await expect(view.getByText('data with two inputs')).toBeVisible();
  await view.getByRole('link', { name: 'two moons' }).click();
  await stateIs(page, 'done');
  await expect(view.getByText('subnetworks drawn')).toBeVisible();
});
