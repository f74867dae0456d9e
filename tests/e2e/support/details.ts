import type { Page } from '@playwright/test';

/** Opens everything that can be opened, but for the two that lie over other things. */
export async function openAll(page: Page): Promise<void> {
  await page.locator('main details').evaluateAll((all) => {
    for (const one of all as HTMLDetailsElement[])
      if (!one.closest('[role="group"][aria-label]')) one.open = true;
  });
}
