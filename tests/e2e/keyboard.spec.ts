import { expect, type Page } from '@playwright/test';
import { button, endless, everyoneHasSteps, openLab, stateIs } from './support/lab.ts';
import { test } from './support/test.ts';

/** Goes on with Tab until an element with that text has the focus. */
async function tabTo(page: Page, name: string, most = 80): Promise<void> {
  const seen: string[] = [];
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    if (text === name) return;
    seen.push(text.slice(0, 20));
  }
  throw new Error(`Tab did not come to “${name}”, but to: ${seen.join(' | ')}`);
}

test('with the keyboard alone a person trains, pauses, goes on, and opens the table of a chart', async ({
  page,
}) => {
  await openLab(page, { ...endless, variants: 'single,dropout', backend: 'wasm' });
  await tabTo(page, 'Train');
  await page.keyboard.press('Enter');
  await everyoneHasSteps(page, 1);
  await stateIs(page, 'running');

  // The button is the same one: it has not lost the focus.
  await expect(button(page, 'Pause')).toBeFocused();
  await page.keyboard.press('Enter');
  await stateIs(page, 'paused');
  await expect(button(page, 'Resume')).toBeFocused();
  await page.keyboard.press('Space');
  await stateIs(page, 'running');
  await page.keyboard.press('Enter');
  await stateIs(page, 'paused');

  await tabTo(page, 'Show as a table');
  await page.keyboard.press('Enter');
  await expect(page.locator('details[open] table').first()).toBeVisible();
});

test('the large button that goes once it is pressed hands the focus on to the one that pauses', async ({
  page,
}) => {
  await openLab(page, { ...endless, variants: 'single,dropout', backend: 'wasm' });
  await page.getByRole('button', { name: 'Train all 2' }).focus();
  await page.keyboard.press('Enter');
  await stateIs(page, 'running');
  await expect(button(page, 'Pause')).toBeFocused();
});
