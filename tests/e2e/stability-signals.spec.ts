import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { Language } from '#lib/i18n/language.ts';
import { openAll } from './support/details.ts';
import { query, stateIs, type Parameters } from './support/lab.ts';
import { test } from './support/test.ts';

/** Signals through depth and through time, as somebody uses them. */

const words = {
  en: {
    signals: 'How large signals and gradients are, layer by layer',
    blocked: 'Dead or saturated',
    blockedTitle: 'How much of each layer lets no gradient through',
    read: 'Read the chart layer by layer',
    troubles: 'The first Inf, NaN or 0',
    none: 'no number became infinite',
    lost: 'On the way down',
    scaling: 'Loss scaling: ×1,024',
    factors: 'By what the mean square is multiplied',
    downAll: 'down, all 14 layers',
    upLayer: 'up, layer 7',
    layer: 'For layer',
    test: 'Put it to the test',
    holds: 'As a comparison it holds here',
    crosses: 'ReLU vanishes up to σ√n = 1 and explodes from 2 on.',
    time: 'How large the gradient still is, so many time steps back',
    further: 'In the median the LSTM’s gradient is',
    stop: 'Stop',
    of: (done: number, of: number) => `${done} of ${of} random networks`,
  },
  zh: {
    signals: '信号与梯度逐层有多大',
    blocked: '失活或饱和',
    blockedTitle: '每一层有多少单元不让梯度通过',
    read: '逐层读图',
    troubles: '第一个 Inf、NaN 或 0',
    none: '没有数变成无穷',
    lost: '反向',
    scaling: '损失缩放：×1,024',
    factors: '均方被乘以多少',
    downAll: '反向，全部 14 层',
    upLayer: '前向，第 7 层',
    layer: '对第几层',
    test: '检验',
    holds: '作为比较，它在这里成立',
    crosses: 'ReLU 在 σ√n 不超过 1 时消失，从 2 起爆炸。',
    time: '回溯这么多个时间步之后，梯度还有多大',
    further: '按中位数，回溯 100 步时 LSTM 的梯度',
    stop: '停止',
    of: (done: number, of: number) => `${of} 个随机网络中的 ${done} 个`,
  },
} satisfies Record<Language, unknown>;

async function open(page: Page, lang: Language, parameters: Parameters): Promise<void> {
  await page.goto(`./${lang}/stability/?${query(parameters)}`);
  await stateIs(page, 'done');
}

for (const lang of ['en', 'zh'] as const) {
  const t = words[lang];

  test(`signals in ${lang}: measured, read by keyboard, derived, and cured`, async ({ page }) => {
    await open(page, lang, { preset: 'half-precision', width: 32 });
    await expect(page.getByText(t.of(3, 3), { exact: true })).toBeVisible();

    // The chart, by keyboard alone: layer 1, and the last one.
    const chart = page.getByRole('figure', { name: t.signals });
    const read = chart.getByRole('slider', { name: t.read });
    await read.focus();
    await page.keyboard.press('End');
    await expect(read).toHaveAttribute('aria-valuetext', /14/);
    // All of the gradient is lost in float16 before it comes down.
    await page.keyboard.press('Home');
    await expect(read).toHaveAttribute('aria-valuetext', / 0 \(0 – 0\)/);

    // The table twin says the same.
    await chart.locator('summary').click();
    const first = chart
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: '0', exact: true }) });
    await expect(first.getByRole('cell').nth(3)).toHaveText('0');

    // The closed form of the gradient and what was measured, side by side.
    const factors = page.getByRole('region', { name: t.factors });
    const row = (name: string) =>
      factors.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
    await expect(row(t.downAll).getByRole('cell').first()).toHaveText(/× 10⁻¹⁸$/);
    const measured = Number(await row(t.upLayer).getByRole('cell').nth(2).textContent());
    // Near the fixed point a layer of 32 units keeps the mean square within a fifth.
    expect(measured).toBeGreaterThan(0.8);
    expect(measured).toBeLessThan(1.25);

    // Half precision loses the gradient; a loss scale is the cure that is offered.
    const trouble = page.getByRole('region', { name: t.troubles });
    await expect(trouble.getByRole('status')).toContainText(t.lost);
    await trouble.getByRole('button', { name: t.scaling }).click();
    await expect(trouble.getByRole('status')).toContainText(t.none);
    await expect(page).toHaveURL(/loss-scale=1024/);
  });

  test(`the sentence of the notes in ${lang}: computed over weights from small to large`, async ({
    page,
  }) => {
    await open(page, lang, { preset: 'he', networks: 2, depth: 10 });
    await page.getByRole('button', { name: t.test, exact: true }).click();
    const verdict = page.getByRole('status').filter({ hasText: t.holds });
    await expect(verdict).toBeVisible({ timeout: 120_000 });
    await expect(verdict).toContainText(t.crosses);
  });

  test(`through time in ${lang}: the LSTM reaches further`, async ({ page }) => {
    await open(page, lang, { preset: 'recurrence' });
    await expect(page.getByRole('figure', { name: t.time })).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: t.further })).toBeVisible();
  });

  for (const colorScheme of [lang === 'en' ? 'light' : 'dark'] as const) {
    test(`signals in ${lang}, ${colorScheme}: accessible, and nothing wider than a phone`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 390, height: 844 });
      for (const preset of ['small-weights', 'recurrence']) {
        await open(page, lang, { preset, networks: 2 });
        await openAll(page);
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect(overflow).toBeLessThanOrEqual(0);
      }
    });
  }
}

test('every quantity is drawn, and the layers of each are read', async ({ page }) => {
  const t = words.en;
  await open(page, 'en', { preset: 'tanh', networks: 2, width: 16, depth: 8 });
  await page.getByRole('radio', { name: t.blocked, exact: true }).check();
  const chart = page.getByRole('figure', { name: t.blockedTitle });
  const read = chart.getByRole('slider', { name: t.read });
  await read.focus();
  await page.keyboard.press('Home');
  // The input has no share: the first layer is 1.
  await expect(read).toHaveAttribute(
    'aria-valuetext',
    /^Layer 1: saturated units [\d.]+% .+; dead units 0% \(0% – 0%\)$/,
  );
});

test('a long computation can be stopped, and what there is stays', async ({ page }) => {
  const t = words.en;
  await page.goto(`./en/stability/?${query({ depth: 200, width: 256, networks: 200 })}`);
  await expect(page.getByRole('figure', { name: t.signals })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: t.stop, exact: true }).click();
  await stateIs(page, 'done');
  const done = await page.getByText(/^\d+ of 200 random networks$/).textContent();
  expect(parseInt(done!)).toBeGreaterThan(0);
  expect(parseInt(done!)).toBeLessThan(200);
});
