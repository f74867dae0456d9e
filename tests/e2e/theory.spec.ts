import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { statementIds, statements, type StatementId } from '#lib/experiment/theory.ts';

const card = (page: Page, id: StatementId) => page.locator(`#${id}`);
const breaks = (id: StatementId) =>
  ['negative-control', 'not-an-identity'].includes(statements[id].kind);
const expected = (id: StatementId) => (breaks(id) ? 'broken' : 'holds');

const words = {
  en: { compute: /^Compute it here/, all: 'Compute all', settings: /^Sizes and seed/, p: /^Drop/ },
  zh: { compute: /^在这里计算/, all: '全部计算', settings: /^规模和随机种子/, p: /^丢弃概率/ },
};
const languages = ['en', 'zh'] as const;

/** What must not happen: errors, and anything asked of another origin. */
function watch(page: Page, origin: string): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol.startsWith('http') && asked !== origin) problems.push(request.url());
  });
  return problems;
}

for (const lang of languages) {
  test(`in ${lang}, an identity, an inequality and a control are computed one by one`, async ({
    page,
    baseURL,
  }) => {
    const problems = watch(page, new URL(baseURL!).origin);
    await page.goto(`./${lang}/theory/`);
    for (const id of ['softmax-geometric-mean', 'jensen-relu', 'reused-mask'] as const) {
      const one = card(page, id);
      await expect(one).toHaveAttribute('data-theory', 'idle');
      await one.getByRole('button', { name: words[lang].compute }).click();
      await expect(one).toHaveAttribute('data-theory', expected(id));
      await expect(one.locator('.verdict')).toHaveText(/\S/);
      await expect(one.locator('dd')).toHaveCount(4);
    }
    await expect(page.locator('[data-theory="idle"]')).toHaveCount(statementIds.length - 3);
    expect(problems).toEqual([]);
  });

  test(`in ${lang}, "compute all" ends with what holds holding and what must break broken`, async ({
    page,
  }) => {
    await page.goto(`./${lang}/theory/`);
    await page.getByRole('button', { name: words[lang].all }).click();
    for (const id of statementIds) {
      await expect(card(page, id)).toHaveAttribute('data-theory', expected(id));
    }
    await expect(page.locator('[data-sign="unexpected"]')).toHaveCount(0);
  });

  // Each language and each scheme once.
  for (const colorScheme of [lang === 'en' ? 'light' : 'dark'] as const) {
    test(`in ${lang}, ${colorScheme}, axe finds nothing, before and after computing`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(`./${lang}/theory/`);
      const settings = card(page, 'sigmoid-unit').getByText(words[lang].settings);
      await settings.click();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await page.getByRole('button', { name: words[lang].all }).click();
      await expect(card(page, 'always-helps')).toHaveAttribute('data-theory', 'broken');
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBe(390);
    });
  }

  test(`in ${lang}, statements, formulas and sources are there without script`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${baseURL}${lang}/theory/`);
    for (const id of statementIds) {
      const one = card(page, id);
      await expect(one.getByRole('heading', { level: 3 })).toBeVisible();
      await expect(one.locator('math').first()).toBeVisible();
      await expect(one.locator('.source')).toBeVisible();
    }
    await expect(page.getByRole('button', { name: words[lang].compute })).toHaveCount(0);
    await context.close();
  });
}

test('with the keyboard alone: a size is changed, a bad one refused, and Enter computes', async ({
  page,
}) => {
  await page.goto('./en/theory/');
  const one = card(page, 'sigmoid-unit');
  // Before the script is there the form is inert, and Tab goes to the next card.
  await expect(one.locator('form')).not.toHaveAttribute('inert');
  await one.getByRole('link', { name: /^Link to this card/ }).focus();
  await page.keyboard.press('Tab');
  await expect(one.getByRole('button', { name: words.en.compute })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(one).toHaveAttribute('data-theory', 'holds');

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inputs = one.getByRole('textbox', { name: 'Inputs' });
  await expect(inputs).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('40');
  await page.keyboard.press('Tab');
  await expect(inputs).toHaveAttribute('aria-invalid', 'true');
  await expect(one.getByText(/Not possible: “40”/)).toBeVisible();
  await expect(one).toHaveAttribute('data-theory', 'holds');

  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await expect(one.getByText(/Not possible/)).toHaveCount(0);
  await expect(one.locator('.outcome')).toBeVisible();
  await expect(one).toHaveAttribute('data-theory', 'holds');
});

test('a result goes when its sizes change, and the seed decides the numbers', async ({ page }) => {
  await page.goto('./en/theory/');
  const one = card(page, 'softmax-arithmetic-mean');
  const compute = one.getByRole('button', { name: words.en.compute });
  const difference = one.locator('dd').nth(2);
  await compute.click();
  const first = await difference.innerText();
  await one.getByText(words.en.settings).click();
  const seed = one.getByRole('textbox', { name: 'Seed' });
  for (const [value, same] of [
    ['2', false],
    ['1', true],
  ] as const) {
    await seed.fill(value);
    await seed.press('Tab');
    await expect(one).toHaveAttribute('data-theory', 'idle');
    await expect(one.locator('.outcome')).toHaveCount(0);
    await compute.click();
    await expect(one).toHaveAttribute('data-theory', 'broken');
    expect((await difference.innerText()) === first).toBe(same);
  }
});

test('a card has an address of its own, and the site leads to the page in both languages', async ({
  page,
}) => {
  await page.goto('./en/');
  await page.getByRole('navigation').getByRole('link', { name: 'Theory' }).click();
  await expect(page).toHaveURL(/\/en\/theory\/$/);
  await page.getByRole('link', { name: '简体中文' }).click();
  await expect(page).toHaveURL(/\/zh\/theory\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('每一条论断，当场计算');
  await page.goto('./en/theory/#gap-shrinks');
  await expect(card(page, 'gap-shrinks')).toBeInViewport();
});
