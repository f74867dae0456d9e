import type { Page } from '@playwright/test';

/** Keeps every value that `data-run` takes, from before the page is there. */
export async function keepHistory(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const history: string[] = [];
    (window as unknown as { runHistory: string[] }).runHistory = history;
    const see = (state: string | null | undefined) => {
      if (state && history[history.length - 1] !== state) history.push(state);
    };
    new MutationObserver((records) => {
      records.forEach(({ oldValue }) => see(oldValue));
      see(document.querySelector('[data-run]')?.getAttribute('data-run'));
    }).observe(document, {
      subtree: true,
      childList: true,
      attributeFilter: ['data-run'],
      attributeOldValue: true,
    });
  });
  return () => page.evaluate(() => (window as unknown as { runHistory: string[] }).runHistory);
}
