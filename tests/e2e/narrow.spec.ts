import { expect, type Page } from '@playwright/test';
import { openAll } from './support/details.ts';
import { button, endless, openLab, small, stateIs } from './support/lab.ts';
import { test } from './support/test.ts';

const widths = [390, 360];

/** What sticks out of the page, once the charts have taken their new width. */
async function fits(page: Page, where: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await expect
      .poll(() => page.evaluate(() => document.scrollingElement!.scrollWidth - innerWidth), {
        message: `${where} at ${width} px`,
        timeout: 5_000,
      })
      .toBeLessThanOrEqual(0);
  }
}

for (const lang of ['en', 'zh'] as const) {
  test(`no page in ${lang} scrolls sideways on a phone`, async ({ page }) => {
    await page.goto(`./${lang}/`);
    await fits(page, 'home');
    await openLab(page, { ...small, epochs: 2, lr: 'fast', backend: 'wasm' }, lang);
    await openAll(page);
    await fits(page, 'lab before a run');
    await openLab(page, { ...small, epochs: 2, backend: 'wasm', run: 1 }, lang);
    await stateIs(page, 'done');
    await openAll(page);
    await fits(page, 'lab after a run');
    await page
      .locator('details.badge')
      .evaluate((one) => ((one as HTMLDetailsElement).open = true));
    await fits(page, 'with the badge opened');
  });
}

test('the lab does not scroll sideways for a moment when it becomes narrow while it trains', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openLab(page, { ...endless, variants: 'single,dropout', backend: 'wasm', run: 1 });
  await expect(page.getByRole('figure').locator('canvas').first()).toBeVisible();
  await page.setViewportSize({ width: 360, height: 800 });
  const widest = await page.evaluate(async () => {
    let most = 0;
    for (const end = performance.now() + 1_500; performance.now() < end;) {
      await new Promise(requestAnimationFrame);
      most = Math.max(most, document.scrollingElement!.scrollWidth);
    }
    return most;
  });
  expect(widest).toBeLessThanOrEqual(360);
  await button(page, 'Stop').click();
});
