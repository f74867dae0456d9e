import { expect, type Page } from '@playwright/test';
import { query, stateIs, type Parameters } from './support/lab.ts';
import { soundOnPhone } from './support/sound.ts';
import { test } from './support/test.ts';

const words = {
  en: {
    nll: 'NLL',
    brier: 'Squared error',
    error: 'Error',
    figure: 'NLL of the average, and what averaging takes off',
    spread: 'Spread',
    difference: 'Difference',
    table: 'Show as a table',
    takesOff: /^Averaging takes off 0\.\d+/,
    sharing: 'What sharing weights gives',
    against: /(Better|Worse|No clear difference) .* the single network/,
    exact: /The largest difference between the two sides, on any test example: [\d.]+ × 10⁻¹/,
    none: 'None of the variants that were trained has networks to average',
  },
  zh: {
    nll: '负对数似然',
    brier: '平方误差',
    error: '错误率',
    figure: '平均的负对数似然，以及取平均减去的部分',
    spread: '离散程度',
    difference: '差',
    table: '以表格显示',
    takesOff: /^取平均减去：/,
    sharing: '共享权重带来什么',
    against: /(比|与)单个网络(更好|更差|没有明显差异)/,
    exact: /等式两边的最大差异为 [\d.]+ × 10⁻¹/,
    none: '没有可以取平均的网络',
  },
};
type Language = keyof typeof words;

const quick = { backend: 'wasm', epochs: 40, members: 4, run: 1 } as const;
const view = (page: Page) => page.locator('section[aria-labelledby="gain"]');

async function open(page: Page, lang: Language, parameters: Parameters = {}): Promise<void> {
  await page.goto(`./${lang}/subnetworks/?${query({ ...quick, ...parameters })}`);
  await stateIs(page, 'done');
  await view(page).getByRole('heading', { level: 2 }).scrollIntoViewIfNeeded();
}

for (const lang of ['en', 'zh'] as const) {
  const w = words[lang];

  test(`the gain in ${lang}: member − spread = average in every row, whatever is measured`, async ({
    page,
  }) => {
    await open(page, lang);
    const figure = view(page).getByRole('figure');
    await expect(figure).toHaveAccessibleName(w.figure);
    const sums = figure.locator('.sum');
    // Dropout twice: all that were drawn, and as many as the others have.
    await expect(sums).toHaveCount(5);
    for (const sum of await sums.allTextContents()) {
      const [members, spread, mean] = sum.split(/ [−=] /).map(Number);
      expect(members - spread).toBeCloseTo(mean, 9);
      expect(spread).toBeGreaterThanOrEqual(0);
    }
    await expect(view(page).getByText(w.takesOff)).toBeVisible();
    await expect(view(page).getByText(w.sharing)).toBeVisible();
    await expect(view(page).getByText(w.against).first()).toBeVisible();
    await expect(view(page).getByText(w.exact)).toBeVisible();

    // By keyboard: the switch is a group of radio buttons.
    await view(page).getByRole('radio', { name: w.nll, exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(view(page).getByRole('radio', { name: w.brier, exact: true })).toBeChecked();
    const [members, spread, mean] = (await sums.first().textContent())!.split(/ [−=] /).map(Number);
    expect(members - spread).toBeCloseTo(mean, 9);

    await view(page).getByText(w.table).click();
    await expect(view(page).getByRole('columnheader', { name: w.spread, exact: true })).toBeVisible(); // prettier-ignore
    await page.keyboard.press('Escape');
    await view(page).getByRole('radio', { name: w.error, exact: true }).check();
    await expect(sums.first()).toHaveText(/%\s→\s[\d.]+%/);
    await expect(view(page).getByRole('columnheader', { name: w.difference, exact: true })).toBeVisible(); // prettier-ignore
    await expect(view(page).getByText(w.exact)).toHaveCount(0);

    await view(page).getByRole('radio', { name: w.nll, exact: true }).check();
    await soundOnPhone(page, 'gain');
  });

  test(`the gain in ${lang}: with one network there is nothing to average, and it is said`, async ({
    page,
  }) => {
    await open(page, lang, { variants: 'single', epochs: 2 });
    await expect(view(page).getByText(w.none)).toBeVisible();
  });
}
