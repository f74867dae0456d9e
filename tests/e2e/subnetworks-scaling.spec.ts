import { expect, type Page } from '@playwright/test';
import { backendIn, query, stateIs, type Parameters } from './support/lab.ts';
import { soundOnPhone } from './support/sound.ts';
import { test } from './support/test.ts';

const words = {
  en: {
    none: 'not scaled',
    drop: 'times p',
    keep: 'times 1 − p',
    inverted: 'inverted: nothing to do',
    same: /Times 1 − p and inverted are the same function/,
    half: 'At p = 0.5 the mistake cannot be seen',
    library: 'ConvNetJS 0.3.0',
    diagram: /^Reliability diagram, times p: expected calibration error 0\.\d+/,
    table: 'Show as a table',
    train: 'Train 9 networks',
    more: /^Train \d more networks?$/,
    stop: 'Stop',
    error: 'Test error',
    nll: 'Test NLL',
    chart: 'Test NLL over the drop probability, under each scaling',
    network: 'Network',
    words: /Test error: .* at p = 0\.\d/,
    noDropout: 'This needs the variant “dropout”',
    nothing: 'there is nothing to scale',
    all: 'At p = 1 nothing is kept',
  },
  zh: {
    none: '不缩放',
    drop: '乘以 p',
    keep: '乘以 1 − p',
    inverted: '反向暂退法：无需处理',
    same: /乘以 1 − p 与反向暂退法是同一个函数/,
    half: '在 p = 0.5 时，这个错误看不出来',
    library: 'ConvNetJS 0.3.0',
    diagram: /^可靠性图，乘以 p：期望校准误差 0\.\d+/,
    table: '以表格显示',
    train: '训练 9 个网络',
    more: /^再训练 \d 个网络$/,
    stop: '停止',
    error: '测试错误率',
    nll: '测试负对数似然',
    chart: '各种缩放下，测试负对数似然随丢弃概率的变化',
    network: '网络',
    words: /测试错误率：.*p = 0\.\d/,
    noDropout: '这里需要变体“暂退法”',
    nothing: '没有什么可以缩放',
    all: 'p = 1 时没有单元被保留',
  },
};
type Language = keyof typeof words;

const quick = { backend: 'wasm', epochs: 30, variants: 'single,dropout', run: 1 } as const;
const view = (page: Page) => page.locator('section[aria-labelledby="scaling"]');
const row = (page: Page, name: string) =>
  view(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) });

async function open(page: Page, lang: Language, parameters: Parameters = {}): Promise<void> {
  await page.goto(`./${lang}/subnetworks/?${query({ ...quick, ...parameters })}`);
  await stateIs(page, 'done');
  await view(page).getByRole('heading', { level: 2 }).scrollIntoViewIfNeeded();
}

for (const lang of ['en', 'zh'] as const) {
  const w = words[lang];

  test(`scalings in ${lang}: times 1 − p is the inverted form, times p is not, at any drop probability`, async ({
    page,
  }) => {
    await open(page, lang, { backend: backendIn[lang], epochs: 10 });
    const figures = async (name: string) =>
      (await row(page, name).locator('td strong').allTextContents()).join(' ');
    await expect(row(page, w.inverted)).toBeVisible();
    expect(await figures(w.keep)).toBe(await figures(w.inverted));
    expect(await figures(w.drop)).not.toBe(await figures(w.inverted));
    await expect(row(page, w.none).locator('td').first()).toContainText('× 1.11');
    await expect(view(page).getByText(w.same)).toBeVisible();
    await expect(view(page).getByText(w.half)).toBeVisible();
    await expect(view(page).getByText(w.library)).toBeVisible();

    await expect(view(page).getByRole('img')).toHaveCount(3);
    await expect(view(page).getByRole('img', { name: w.diagram })).toBeVisible();
    await view(page).getByText(w.table).click();
    await expect(view(page).locator('details').locator('tbody tr')).toHaveCount(15);

    // Networks at other drop probabilities: trained, stopped, gone on with.
    await view(page).getByRole('button', { name: w.train }).press('Enter');
    const progress = view(page).getByRole('progressbar');
    await expect
      .poll(async () => Number(await progress.getAttribute('value')), { timeout: 120_000 })
      .toBeGreaterThan(0);
    await view(page).getByRole('button', { name: w.stop, exact: true }).click();
    await expect(view(page).getByText(w.words).first()).toBeVisible();

    await view(page).getByRole('button', { name: w.more }).click();
    await expect(progress).toHaveAttribute('value', '9', { timeout: 200_000 });
    await expect(view(page).getByRole('button', { name: w.more })).toHaveCount(0);

    // The reliability diagrams can be had of each that is there.
    const chosen = view(page).getByRole('combobox', { name: w.network });
    const before = await view(page).getByRole('img').first().getAttribute('aria-label');
    await chosen.selectOption({ index: 9 });
    await expect(view(page).getByRole('img').first()).not.toHaveAttribute('aria-label', before!);

    await view(page).getByRole('radio', { name: w.nll, exact: true }).check();
    await expect(view(page).getByRole('figure', { name: w.chart })).toBeVisible();
    await view(page).getByText(w.table).last().click();
    const cells = view(page).locator('details').last().locator('tbody tr');
    await expect(cells).toHaveCount(9);
    // At p = ½ multiplying by p is multiplying by 1 − p.
    const half = cells.filter({ has: page.getByRole('rowheader', { name: '0.500', exact: true }) });
    const [, drop, keep] = await half.locator('td').allTextContents();
    expect(drop).toBe(keep);

    await view(page).getByRole('radio', { name: w.error, exact: true }).check();
    await soundOnPhone(page, 'scaling');
  });

  test(`scalings in ${lang}: where there is nothing to compare, it is said`, async ({ page }) => {
    for (const [parameters, said] of [
      [{ variants: 'single' }, w.noDropout],
      [{ p: 0 }, w.nothing],
      [{ p: 1 }, w.all],
    ] as const) {
      await open(page, lang, { epochs: 2, ...parameters });
      await expect(view(page).getByText(said)).toBeVisible();
    }
  });
}
