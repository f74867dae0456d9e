import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { openAll } from './support/details.ts';
import { averaged, openLab, small, stateIs } from './support/lab.ts';
import { test } from './support/test.ts';

const languages = ['en', 'zh'] as const;
const colours = ['light', 'dark'] as const;

/** Colours change over some milliseconds; what is half way has no contrast to speak of. */
test.use({ contextOptions: { reducedMotion: 'reduce' } });

async function look(page: Page, where: string): Promise<void> {
  for (const colorScheme of colours) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.slice(0, 3).map(({ target, failureSummary }) => [target, failureSummary]),
    }));
    expect(found, `${where}, ${colorScheme}`).toEqual([]);
  }
}

for (const lang of languages) {
  test(`axe finds nothing on the home in ${lang}, light and dark`, async ({ page }) => {
    await page.goto(`./${lang}/`);
    await look(page, 'home');
  });

  test(`axe finds nothing in the lab in ${lang}, before and after a run, light and dark`, async ({
    page,
  }) => {
    await openLab(page, { ...small, epochs: 2, lr: 'fast', backend: 'wasm' }, lang);
    await openAll(page);
    await look(page, 'before, all opened');
    await openLab(page, { ...small, epochs: 2, backend: 'wasm', run: 1 }, lang);
    await stateIs(page, 'done');
    await averaged(page);
    await openAll(page);
    await look(page, 'after, all opened');
  });
}
