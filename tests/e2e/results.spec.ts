import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { tableIds, type StoredTable } from '#lib/tables/table.ts';
import { openAll } from './support/details.ts';
import { root } from './support/lab.ts';
import { test } from './support/test.ts';

const pages = [
  { lang: 'en', results: 'Results', run: 'Run this here', quantity: 'Train error' },
  { lang: 'zh', results: '结果', run: '在这里运行', quantity: '训练错误率' },
] as const;

/** What the site was built with: every table that is stored, in the order of the page. */
const folder = new URL('../../src/lib/tables/stored/', import.meta.url);
const stored = tableIds.map(
  (id) => JSON.parse(readFileSync(new URL(`${id}.json`, folder), 'utf8')) as StoredTable,
);

for (const { lang, results, run, quantity } of pages) {
  test(`every stored table stands in ${lang} with its chart, words and figures`, async ({
    page,
  }) => {
    await page.goto(`./${lang}/`);
    await page.getByRole('navigation').getByRole('link', { name: results, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(results);
    await expect(page.locator('main section[id]')).toHaveCount(stored.length);

    for (const table of stored) {
      const section = page.locator(`section[id="${table.id}"]`);
      await section.scrollIntoViewIfNeeded();
      await expect(section.getByRole('heading', { level: 2 })).toBeVisible();
      await expect(section.getByRole('figure')).toBeVisible();
      await expect(section.locator('code')).toHaveText(table.command);
      expect(await section.locator('h3 + ul > li').count()).toBeGreaterThan(0);
    }
    await openAll(page);
    for (const { id, rows } of stored) {
      const figures = page.locator(`section[id="${id}"]`).getByRole('region').first();
      await expect(figures.locator('tbody tr')).toHaveCount(rows.length);
    }
  });

  test(`the index in ${lang} leads to a table`, async ({ page }) => {
    await page.goto(`./${lang}/results/`);
    const { id } = stored[stored.length - 1];
    await page.locator(`nav a[href$="#${id}"]`).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator(`section[id="${id}"]`)).toBeInViewport();
  });

  test(`another quantity is another chart, in ${lang}`, async ({ page }) => {
    const table = stored.find(({ id }) => id === 'noisy-digits');
    test.skip(table === undefined, 'this table is not stored');
    await page.goto(`./${lang}/results/`);
    const section = page.locator('section[id="noisy-digits"]');
    const chart = section.getByRole('figure', { name: quantity });
    await expect(chart).toHaveCount(0);
    await section.getByRole('radio', { name: quantity }).check();
    await expect(chart).toBeVisible();
  });

  test(`an experiment runs from its table in ${lang}`, async ({ page }) => {
    const table = stored.find(({ link, id }) => link !== null && id !== 'mnist');
    test.skip(table === undefined, 'no stored table has a link');
    await page.goto(`./${lang}/results/`);
    await page.locator(`section[id="${table!.id}"] a.button`, { hasText: run }).click();
    await page.waitForURL(/\/dropout\/\?(.*&)?run=1/);
    await expect(root(page)).not.toHaveAttribute('data-run', 'idle');
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  for (const colorScheme of [lang === 'en' ? 'light' : 'dark'] as const) {
    test(`the results in ${lang}, ${colorScheme}: accessible, and nothing wider than a phone`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 360, height: 800 });
      await page.goto(`./${lang}/results/`);
      await expect(page.locator('section [role="figure"]')).toHaveCount(stored.length);
      await openAll(page);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    });
  }
}
