import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { openAll } from './details.ts';

/**
 * What holds of every view, whatever a test has done in it: on a phone, with its tables opened, it is
 * accessible in both colour schemes, and nothing in it is wider than the screen. It leaves the page
 * like that, and so stands at the end of a test that has trained a network anyway.
 */
export async function soundOnPhone(page: Page, view: string, width = 390): Promise<void> {
  const section = `section[aria-labelledby="${view}"]`;
  await page.setViewportSize({ width, height: 844 });
  await openAll(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await coloursSettled(page);
    const { violations } = await new AxeBuilder({ page }).include(section).analyze();
    expect(violations, `${view}, ${colorScheme}`).toEqual([]);
  }
  // Charts take their new width a moment after the page.
  await expect
    .poll(
      () =>
        page.evaluate((section) => {
          const { left } = document.querySelector(section)!.getBoundingClientRect();
          const beyond = left + document.querySelector(section)!.scrollWidth;
          return Math.max(beyond, document.documentElement.scrollWidth) - innerWidth;
        }, section),
      { message: `what is wider than ${width} px` },
    )
    .toBeLessThanOrEqual(0);
}

/** Colours change over some milliseconds; what is half way has no contrast to speak of. */
async function coloursSettled(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations())
      if (animation instanceof CSSTransition) animation.finish();
  });
}
