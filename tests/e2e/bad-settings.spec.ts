import { expect } from '@playwright/test';
import * as en from '#lib/i18n/en.ts';
import { openLab, setting, write } from './support/lab.ts';
import { test } from './support/test.ts';

test('a bad value in the panel is refused in place, with the reason; the one before stays in use', async ({
  page,
}) => {
  // In the order in which the page writes them: its address stays as it is.
  await openLab(page, { train: 200, test: 300 });
  const address = page.url();
  const cases = [
    ['Training rows', '5', /“5”\. Expected a whole number from 10 to 70,000\. Still in use: 200\./],
    ['Epochs', '2.5', /“2\.5”\. Expected a whole number from 1 to 1,000\. Still in use: 40\./],
    ['Learning rate', '-1', /“-1”\. Expected a number from 0 to 10\. Still in use: 0\.05\./],
    ['Learning rate', 'NaN', /“NaN”\. Expected a number from 0 to 10\. Still in use: 0\.05\./],
    ['Label noise', '', /“”\. Expected a number from 0 to 1\. Still in use: 0\.3\./],
    [
      'Drop probability, hidden layer 1',
      '1.5',
      /Expected a number from 0 to 1\. Still in use: 0\.5\./,
    ],
    [
      'Hidden layers',
      '256-0',
      /Expected 0 to 6 entries, each a whole number from 1 to 1,024\. Still in use: 256-256\./,
    ],
    [
      'Networks in an ensemble (K)',
      '65',
      /“65”\. Expected a whole number from 1 to 64\. Still in use: 8\./,
    ],
  ] as const;
  for (const [name, value, reason] of cases) {
    const box = setting(page, name);
    await write(page, name, value);
    await expect(box).toHaveAttribute('aria-invalid', 'true');
    await expect(box).toHaveAccessibleDescription(reason);
    await expect(box).toHaveValue(value);
    // Escape takes it back.
    await box.press('Escape');
    await expect(box).toHaveAttribute('aria-invalid', 'false');
    await expect(box).not.toHaveValue(value);
  }
  expect(page.url()).toBe(address);
});

test('at least one variant stays chosen', async ({ page }) => {
  await openLab(page, { test: 300, train: 200, variants: 'dropout' });
  const box = page.getByRole('checkbox', { name: 'Dropout', exact: true });
  await box.click();
  await expect(page.getByText(en.fields.keepOne)).toBeVisible();
  await expect(box).toBeChecked();
});
