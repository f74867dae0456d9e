import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { openAll } from './support/details.ts';
import { averaged, openLab, small, stateIs } from './support/lab.ts';
import { test } from './support/test.ts';

const languages = ['en', 'zh'] as const;
/** The colours are the same in both. */
const colours = { en: 'light', zh: 'dark' } as const;

/** Colours change over some milliseconds; what is half way has no contrast to speak of. */
test.use({ contextOptions: { reducedMotion: 'reduce' } });

async function look(page: Page, lang: keyof typeof colours, where: string): Promise<void> {
  await page.emulateMedia({ colorScheme: colours[lang] });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.slice(0, 3).map(({ target, failureSummary }) => [target, failureSummary]),
  }));
  expect(found, where).toEqual([]);
}

for (const lang of languages) {
  test(`axe finds nothing on the home in ${lang}, ${colours[lang]}`, async ({ page }) => {
    await page.goto(`./${lang}/`);
    await look(page, lang, 'home');
  });

  test(`axe finds nothing in the lab in ${lang}, before and after a run, ${colours[lang]}`, async ({
    page,
  }) => {
    await openLab(page, { ...small, epochs: 2, lr: 'fast', backend: 'wasm' }, lang);
    await openAll(page);
    await look(page, lang, 'before, all opened');
    await openLab(page, { ...small, epochs: 2, backend: 'wasm', run: 1 }, lang);
    await stateIs(page, 'done');
    await averaged(page);
    await openAll(page);
    await look(page, lang, 'after, all opened');
  });
}
