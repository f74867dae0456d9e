import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { Language } from '#lib/i18n/language.ts';
import { openAll } from './support/details.ts';
import { query, root, stateIs, write } from './support/lab.ts';
import { test } from './support/test.ts';

/** The small experiments of numerical stability: products, sums, matrices, Taylor polynomials. */

const words = {
  en: {
    step: 'One more factor',
    back: 'One less',
    multiplied: 'Factors multiplied',
    factors: (k: number) => `After ${k === 1 ? '1 factor' : `${k} factors`}`,
    float16Lost: 'float16 holds nothing above 65,504: the product is infinite from factor 16 on.',
    float32Zero: 'the product is 0 from factor 46 on',
    tenth: '0.1',
    own: 'Each on its own axis',
    powers: /: (5\.[5-9]|6|6\.\d) powers of ten\./,
    matrices: '200 of 200 products',
    tanh: 'Near 0, tanh x ≈ x − 0.333 x³.',
    layer: 'Layer of the stack',
    share: /In layer 1 of the stack, whose activation is σ\(x\), about \d+\.\d% /,
    draw: 'Draw σ(x)',
    sigmoid: 'Near 0, σ(x) ≈ 0.5 + 0.25 x − 0.0208 x³.',
  },
  zh: {
    step: '再乘一个',
    back: '退回一个',
    multiplied: '已乘的因子数',
    factors: (k: number) => `乘过 ${k} 个因子之后`,
    float16Lost: 'float16 存不下大于 65,504 的数：从第 16 个因子起，乘积就是无穷大。',
    float32Zero: '从第 46 个因子起乘积就是 0',
    tenth: '0.1',
    own: '各用各的坐标轴',
    powers: /：跨 (5\.[5-9]|6|6\.\d) 个数量级。/,
    matrices: '200 / 200 个乘积',
    tanh: '在 0 附近，tanh x ≈ x − 0.333 x³。',
    layer: '网络的第几层',
    share: /它的第 1 层，约 \d+\.\d% 的预激活值/,
    draw: '改画 σ(x)',
    sigmoid: '在 0 附近，σ(x) ≈ 0.5 + 0.25 x − 0.0208 x³。',
  },
} satisfies Record<Language, unknown>;

const views = ['products', 'sums', 'matrices', 'taylor'] as const;

async function open(
  page: Page,
  lang: Language,
  view: (typeof views)[number],
  more: Record<string, string | number> = {},
) {
  await page.goto(`./${lang}/stability/?${query({ view, ...more })}`);
  await stateIs(page, 'done');
  await expect(root(page).getByRole('img').first()).toBeVisible();
}

for (const lang of ['en', 'zh'] as const) {
  const t = words[lang];

  test(`products in ${lang}: by keyboard, one factor at a time, to where float16 ends`, async ({
    page,
  }) => {
    await open(page, lang, 'products');
    await expect(page.getByText(t.float16Lost)).toBeVisible();
    const k = page.getByRole('slider', { name: t.multiplied });
    await k.focus();
    await page.keyboard.press('Home');
    await expect(page.getByRole('heading', { name: t.factors(0) })).toBeVisible();
    await page.getByRole('button', { name: t.step }).focus();
    for (let i = 0; i < 15; i++) await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: t.factors(15) })).toBeVisible();
    const float16 = page.getByRole('listitem').filter({ hasText: /^\s*float16/ });
    await expect(float16.getByText('32,768').first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(float16.getByText('Inf', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: t.back }).click();
    await expect(page.getByRole('heading', { name: t.factors(15) })).toBeVisible();

    await page.getByRole('button', { name: t.tenth, exact: true }).click();
    await expect(page.getByText(t.float32Zero)).toBeVisible();
    await expect(page).toHaveURL(/factor=0\.1/);
  });

  test(`sums in ${lang}: the product spans powers of ten, the sum does not`, async ({ page }) => {
    await open(page, lang, 'sums', { 'sum-runs': 2_000 });
    // Theory: 2 · 1.96 · 1.57 = 6.2 powers of ten.
    await expect(page.getByText(t.powers)).toBeVisible();
    const [mean, theory] = await page
      .locator('table')
      .last()
      .locator('tbody tr')
      .nth(1)
      .locator('td')
      .allTextContents();
    expect(Number(theory)).toBe(100);
    const [measured, error] = mean.split('±').map(Number);
    expect(Math.abs(measured - 100)).toBeLessThan(4.5 * error + 0.05);
    await page.getByRole('radio', { name: t.own }).check();
    await expect(root(page).getByRole('img')).toHaveCount(2);
  });

  test(`matrices in ${lang}: the typical size is that of theory`, async ({ page }) => {
    await open(page, lang, 'matrices');
    await expect(page.getByText(t.matrices)).toBeVisible();
    const sentence = await page
      .getByText(/log₁₀.*24\.\d/)
      .first()
      .textContent();
    const [mean, , , law] = sentence!.match(/\d+\.\d+/g)!.map(Number);
    expect(Math.abs(mean - 24.8)).toBeLessThan(0.5);
    expect(law).toBeCloseTo(24.47, 2);
  });

  test(`taylor in ${lang}: the polynomial, and the share of the stack near 0`, async ({ page }) => {
    await open(page, lang, 'taylor');
    await expect(page.getByText(t.tanh)).toBeVisible();
    await expect(page.getByText(t.share)).toBeVisible();
    const layer = page.getByRole('slider', { name: t.layer, exact: true });
    await layer.focus();
    await page.keyboard.press('End');
    await expect(layer).toHaveAttribute('aria-valuetext', /50/);
    await page.getByRole('button', { name: t.draw }).click();
    await expect(page.getByText(t.sigmoid)).toBeVisible();
    await expect(page).toHaveURL(/taylor-of=sigmoid/);
  });

  const colorScheme = lang === 'en' ? 'light' : 'dark';
  test(`the small experiments in ${lang}, ${colorScheme}: accessible, tables and all, and nothing wider than a phone`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 800 });
    for (const view of views)
      await test.step(view, async () => {
        await open(page, lang, view, { 'sum-runs': 200, 'matrix-runs': 50 });
        await openAll(page);
        await expect(page.locator('main table').first()).toBeVisible();
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect(overflow).toBeLessThanOrEqual(0);
      });
  });
}

test('a product plays by itself, and stops where it is touched', async ({ page }) => {
  await open(page, 'en', 'products');
  const k = page.getByRole('slider', { name: 'Factors multiplied' });
  await page.getByRole('button', { name: 'Play' }).click();
  await expect.poll(async () => Number(await k.inputValue())).toBeGreaterThan(2);
  await page.getByRole('button', { name: 'One less' }).click();
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  expect(Number(await k.inputValue())).toBeLessThan(100);
});

test('where motion is to be reduced, nothing plays', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, 'en', 'products', { run: 1 });
  await expect(page.getByRole('button', { name: 'Play' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'After 100 factors' })).toBeVisible();
});

test('other numbers, other products: drawing anew changes the seed of the link', async ({
  page,
}) => {
  await open(page, 'en', 'sums', { 'sum-runs': 50 });
  const before = await page.locator('table').last().locator('tbody').textContent();
  await page.getByRole('button', { name: 'Draw anew' }).click();
  await expect(page).toHaveURL(/seed=2/);
  await expect(page.locator('table').last().locator('tbody')).not.toHaveText(before!);
});

test('pre-activations are counted behind a skip, too', async ({ page }) => {
  await open(page, 'en', 'taylor', { residual: 'identity', activation: 'relu' });
  await expect(
    page.getByText(/In layer 1 of the stack, whose activation is ReLU\(x\)/),
  ).toBeVisible();
});

test('a matrix of another size is another law', async ({ page }) => {
  await open(page, 'en', 'matrices', { 'matrix-runs': 20 });
  await write(page, 'Size', 1);
  await expect(page.getByText('With one entry the two are the same.')).toBeVisible();
});
