import { expect, type Page } from '@playwright/test';
import { query, stateIs, type Parameters } from './support/lab.ts';
import { soundOnPhone } from './support/sound.ts';
import { test } from './support/test.ts';

const words = {
  en: {
    dropout: /of 114 on average; \d+ to 114 over 1,000 masks/,
    all: 'all 114 in each of 4 networks',
    used: /A subnetwork of dropout uses 97.04 of the 114 parameters \(85\.1%\)/,
    ensemble: 'those of the 4 networks of the full ensemble',
    sum: /^Dropout has fewer parameters in use at a time/,
    alone: 'Without the full ensemble there is no yardstick',
    count: 'Show as a table: How many',
    figures: ['Norm of the weights', 'Largest norm into a unit', 'Idle units', 'Correlation of units'],
    variant: 'Full ensemble',
    saturated: 'there tanh is flat',
    none: 'There is no hidden layer.',
  },
  zh: {
    dropout: /114 个里平均用到 .*1,000 个掩码中为 \d+ 到 114 个/,
    all: '4 个网络各用全部 114 个',
    used: /暂退法的一个子网络用到 114 个参数中的 97.04 个（85\.1%）/,
    ensemble: '完整集成的 4 个网络',
    sum: /^暂退法每次用到的参数更少/,
    alone: '没有完整集成，就无从知道',
    count: '以表格显示：有多少',
    figures: ['权重的范数', '进入单元的最大范数', '不活动的单元', '单元的相关'],
    variant: '完整集成',
    saturated: 'tanh 在那里是平的',
    none: '没有隐藏层。',
  },
}; // prettier-ignore
type Language = keyof typeof words;

const quick = { backend: 'wasm', epochs: 40, members: 4, run: 1 } as const;
const view = (page: Page) => page.locator('section[aria-labelledby="capacity"]');

async function open(page: Page, lang: Language, parameters: Parameters = {}): Promise<void> {
  await page.goto(`./${lang}/subnetworks/?${query({ ...quick, ...parameters })}`);
  await stateIs(page, 'done');
  await view(page).getByRole('heading', { level: 2 }).scrollIntoViewIfNeeded();
}

for (const lang of ['en', 'zh'] as const) {
  const w = words[lang];

  test(`capacity in ${lang}: counts, ranges, and layer by layer`, async ({ page }) => {
    await open(page, lang);
    await expect(view(page).getByText(w.dropout)).toBeVisible();
    await expect(view(page).getByText(w.all)).toBeVisible();
    await expect(view(page).getByText(w.used)).toBeVisible();
    await expect(view(page).getByText(w.ensemble).first()).toBeVisible();
    await expect(view(page).getByText(w.sum)).toBeVisible();

    // 1,000 masks stand in the table as well.
    await view(page).getByText(w.count).click();
    const counts = view(page).locator('details').first().locator('tbody tr td:nth-child(3)');
    await expect(counts.first()).toBeVisible();
    const sum = (await counts.allTextContents()).reduce((all, each) => all + Number(each), 0);
    expect(sum).toBe(1000);

    const layers = view(page)
      .getByRole('region')
      .last()
      .locator('tbody tr')
      .filter({
        has: page.getByRole('rowheader', { name: w.variant }),
      });
    const cells = layers.locator('td');
    await expect(cells).toHaveCount(3);
    // By keyboard, from one figure to the next.
    await view(page).getByRole('radio', { name: w.figures[0], exact: true }).focus();
    for (const figure of w.figures.slice(1)) {
      await page.keyboard.press('ArrowRight');
      await expect(view(page).getByRole('radio', { name: figure, exact: true })).toBeChecked();
      await expect(view(page).getByRole('region', { name: figure })).toBeVisible();
    }
    await expect(cells).toHaveCount(2);
    for (const cell of await cells.locator('strong').allTextContents()) {
      expect(Number(cell)).toBeGreaterThan(0);
      expect(Number(cell)).toBeLessThanOrEqual(1);
    }

    await view(page).getByRole('radio', { name: w.figures[0], exact: true }).check();
    await soundOnPhone(page, 'capacity');
  });

  test(`capacity in ${lang}: other networks, and what cannot be said of them`, async ({ page }) => {
    await open(page, lang, { epochs: 2, variants: 'single,dropout', activation: 'tanh' });
    await expect(view(page).getByText(w.alone)).toBeVisible();
    await view(page).getByRole('radio', { name: w.figures[2], exact: true }).check();
    await expect(view(page).getByText(w.saturated)).toBeVisible();
    await open(page, lang, { epochs: 2, variants: 'single,dropout', hidden: 'none', 'p-in': 0.2 });
    await view(page).getByRole('radio', { name: w.figures[3], exact: true }).check();
    await expect(view(page).getByText(w.none)).toBeVisible();
  });
}
