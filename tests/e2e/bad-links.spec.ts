import { expect } from '@playwright/test';
import * as en from '#lib/i18n/en.ts';
import { fromLink } from '#lib/experiment/link.ts';
import { preset } from '#lib/experiment/presets.ts';
import { openLab, root, setting, stateIs } from './support/lab.ts';
import { test } from './support/test.ts';

const bad = {
  nonsense: '1',
  train: '5',
  lr: 'fast',
  p: '0.5-0.5-0.5',
  backend: 'quantum',
  noise: '0.2',
  change: '3:momentum:0.5',
  epochs: '',
};

test('a link with unknown, out-of-range and malformed parameters opens, and says of each why it was left out', async ({
  page,
}) => {
  await openLab(page, { ...bad, test: 300 });
  await stateIs(page, 'idle');
  const note = root(page).getByRole('status').filter({ hasText: en.link.problems });
  await expect(note.getByRole('listitem')).toHaveText([
    /“nonsense” is no parameter of this lab/,
    /“train=5” was left out: expected a whole number from 10 to 70,000/,
    /“lr=fast” was left out: expected a number from 0 to 10/,
    /“p=0\.5-0\.5-0\.5” was left out: .* for each of the 2 hidden layers/,
    /“backend=quantum” was left out: expected one of default, auto, webgl, wasm, cpu/,
    /“noise=.*” was left out: expected data of kind plane/,
    /“change=3:momentum:0\.5” was left out: expected step:parameter:value/,
    /“epochs=” was left out: expected a whole number from 1 to 1,000/,
  ]);
  await expect(setting(page, 'Learning rate')).toHaveValue('0.05');
  await expect(setting(page, 'Epochs')).toHaveValue('40');

  // What was good is taken, and only that stands in the address afterwards.
  const good = preset('noisy-digits');
  good.data.test = 300;
  await expect
    .poll(() => fromLink(new URL(page.url()).search))
    .toMatchObject({ experiment: good, ignored: [] });

  await note.getByRole('button', { name: 'Dismiss' }).click();
  await expect(note).toHaveCount(0);
});

test('a broken link is explained in Chinese on the Chinese page', async ({ page }) => {
  await openLab(page, { lr: 'fast', test: 300 }, 'zh');
  const item = root(page).getByRole('status').getByRole('listitem');
  await expect(item).toHaveText(/lr=fast/);
  await expect(item).toHaveText(/\p{Script=Han}{3}/u);
});
