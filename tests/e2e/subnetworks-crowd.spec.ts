import { expect, type Page } from '@playwright/test';
import { backendIn, query, stateIs, type Parameters } from './support/lab.ts';
import { soundOnPhone } from './support/sound.ts';
import { test } from './support/test.ts';

const words = {
  en: {
    loss: 'Test NLL',
    stop: 'Stop',
    again: 'Compute again',
    all: 'All 256 subnetworks, on the first 1,000 test examples',
    marks: [
      'best member',
      'mean of the members',
      'their average',
      'dropout off',
      'single, no dropout',
    ],
    better: /of the 256 subnetworks, together [\d.]+% of the probability, make fewer mistakes/,
    read: 'Read the bars with the arrow keys',
    bar: /subnetworks?, .*% of the probability/,
    table: 'Show as a table',
    stopped: 'Stopped.',
    drawn: /draws from 2\^128 subnetworks/,
    one: 'there is no crowd',
    noDropout: 'This needs the variant “dropout”',
  },
  zh: {
    loss: '测试 NLL',
    stop: '停止',
    again: '重新计算',
    all: '全部 256 个子网络，在前 1,000 个测试样本上',
    marks: ['最好的成员', '成员的平均水平', '它们的平均', '关闭暂退法', '单个网络，无暂退法'],
    better: /256 个子网络中有 [\d,]+ 个（合计占概率的 [\d.]+%）错误少于/,
    read: '用方向键读取条形',
    bar: /个子网络，占概率的/,
    table: '以表格显示',
    stopped: '已停止。',
    drawn: /从 2\^128 个子网络中抽取/,
    one: '只有一个网络',
    noDropout: '这里需要变体“暂退法”',
  },
};
type Language = keyof typeof words;

/** 2⁸ subnetworks: all of them are met in a blink. */
const few = { backend: 'wasm', epochs: 60, hidden: '4-4', variants: 'single,dropout', run: 1 };
const view = (page: Page) => page.locator('section[aria-labelledby="crowd"]');

async function open(page: Page, lang: Language, parameters: Parameters = {}): Promise<void> {
  await page.goto(`./${lang}/subnetworks/?${query({ ...few, ...parameters })}`);
  await stateIs(page, 'done');
  await view(page).scrollIntoViewIfNeeded();
}

const done = (page: Page) =>
  expect(view(page).locator('.crowd')).toHaveAttribute('aria-busy', 'false', { timeout: 120_000 });

for (const lang of ['en', 'zh'] as const) {
  const w = words[lang];

  test(`all subnetworks in ${lang}: bars, marks and a sentence, read by keyboard and by pointer, and in a table`, async ({
    page,
  }) => {
    await open(page, lang, { backend: backendIn[lang] });
    await expect(view(page).getByText(w.all)).toBeVisible();
    await done(page);
    for (const mark of w.marks)
      await expect(view(page).getByRole('rowheader', { name: mark })).toBeVisible();
    await expect(view(page).getByText(w.better)).toBeVisible();

    const rows = view(page).locator('.crowd table').first().locator('tbody tr td:nth-child(2)');
    const values = (await rows.allTextContents()).map(parseFloat);
    // Nobody is better than the best, and the best is not the mean.
    expect(values[0]).toBeLessThan(values[1]);

    const slider = view(page).getByRole('slider', { name: w.read });
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await expect(slider).toHaveAttribute('aria-valuetext', w.bar);
    const read = await slider.getAttribute('aria-valuetext');
    await expect(view(page).locator('.reading')).toHaveText(read!);
    await page.keyboard.press('Home');
    await expect(view(page).locator('.reading')).not.toHaveText(read!);
    await view(page).locator('rect.bar').first().hover();
    await expect(view(page).locator('.reading')).toHaveText(w.bar);

    await view(page).getByText(w.table).click();
    const counts = view(page).locator('details td:nth-child(2)');
    await expect(counts.first()).toBeVisible();
    const sum = (await counts.allTextContents()).reduce((all, each) => all + Number(each), 0);
    expect(sum).toBe(256);
    await soundOnPhone(page, 'crowd');

    await view(page).getByRole('radio', { name: w.loss }).check();
    await expect(rows.first()).not.toHaveText(/%/);
    const losses = (await rows.allTextContents()).map(parseFloat);
    // The average has a lower NLL than its members have on average (Jensen).
    expect(losses[2]).toBeLessThanOrEqual(losses[1]);
  });

  test(`a large crowd in ${lang} is drawn, and can be stopped and begun again`, async ({
    page,
  }) => {
    await open(page, lang, { hidden: '64-64', p: 0.5, epochs: 2 });
    // Stopped before any is drawn there would be none to show.
    await expect(view(page).getByText(w.drawn)).toBeVisible();
    await view(page).getByRole('button', { name: w.stop }).click();
    await expect(view(page).getByText(w.stopped)).toBeVisible();
    await expect(view(page).getByText(w.drawn)).toBeVisible();
    const progress = view(page).getByRole('progressbar');
    const met = Number(await progress.getAttribute('value'));
    expect(met).toBeLessThan(Number(await progress.getAttribute('max')));
    await view(page).getByRole('button', { name: w.again }).click();
    await expect(view(page).getByRole('button', { name: w.stop })).toBeVisible();
  });

  test(`no crowd in ${lang}: it is said why`, async ({ page }) => {
    await open(page, lang, { p: 0, epochs: 2 });
    await expect(view(page).getByText(w.one)).toBeVisible();
    await open(page, lang, { variants: 'single', epochs: 2 });
    await expect(view(page).getByText(w.noDropout)).toBeVisible();
  });
}
