import { expect, type ElementHandle, type Page } from '@playwright/test';
import { fromLink } from '#lib/experiment/link.ts';
import * as en from '#lib/i18n/en.ts';
import { downloadResults, figures } from './support/downloads.ts';
import {
  button,
  endless,
  everyoneHasSteps,
  openLab,
  query,
  setting,
  small,
  stateIs,
  write,
} from './support/lab.ts';
import { test } from './support/test.ts';

test('learning rate and drop probability change while it runs, at one step for all, and the link replays it', async ({
  page,
}) => {
  const experiment = {
    ...small,
    hidden: '96-64',
    batch: 10,
    epochs: 50,
    members: 2,
    variants: 'single,dropout,full-ensemble',
    backend: 'wasm',
  };
  await openLab(page, experiment);
  await trainAndWrite(page, {
    'Learning rate': '0.02',
    'Drop probability, hidden layer 2': '0.25',
  });
  for (const line of ['Learning rate 0.02', 'Drop probability, hidden layer 2 0.25'])
    await expect(page.getByText(new RegExp(`From step [\\d,]+: ${line}`))).toBeVisible();
  await stateIs(page, 'done');

  const live = await downloadResults(page);
  const { changes } = live.experiment;
  expect(changes).toEqual([
    { step: expect.any(Number), path: 'training.learningRate', value: 0.02 },
    { step: expect.any(Number), path: 'dropout.hidden.1', value: 0.25 },
  ]);
  expect(changes[0].step).toBeGreaterThan(0);
  expect(changes[1].step).toBeGreaterThanOrEqual(changes[0].step);
  expect(live.experiment.training.learningRate).toBe(0.05);
  await expect.poll(() => fromLink(new URL(page.url()).search).experiment.changes).toEqual(changes);

  const link = new URL(page.url()).search;
  await page.goto('./en/');
  await page.goto(`./en/dropout/${link}&run=1`);
  await stateIs(page, 'done');
  const replayed = await downloadResults(page);
  expect(replayed.experiment).toEqual(live.experiment);
  expect(figures(replayed)).toEqual(figures(live));

  // Without the changes it comes out otherwise: they were made, not only written down.
  await page.goto(`./en/dropout/?${query({ ...experiment, run: 1 })}`);
  await stateIs(page, 'done');
  const plain = await downloadResults(page);
  expect(plain.experiment.changes).toEqual([]);
  const curves = (result: typeof live) => result.variants.map((one) => one.curves.testLoss.at(-1));
  curves(plain).forEach((loss, i) => expect(loss).not.toBe(curves(live)[i]));
});

test('a setting that a run cannot take waits for the next one, and the page says so', async ({
  page,
}) => {
  await openLab(page, { ...endless, backend: 'wasm', run: 1 });
  await everyoneHasSteps(page, 1);
  await button(page, 'Pause').click();
  await stateIs(page, 'paused');
  await write(page, 'Hidden layers', '8');
  await expect(page.getByText(en.pending.changed)).toBeVisible();
  expect((await downloadResults(page)).experiment.network.hidden).toEqual([24, 16]);
  await page.getByRole('button', { name: en.pending.undo }).click();
  await expect(page.getByRole('textbox', { name: 'Hidden layers' })).toHaveValue('24-16');
  await stateIs(page, 'paused');
});

/**
 * Trains, and writes into settings as soon as every variant has done a step: in the page, since a run on a fast
 * machine could be over before a message from outside gets there.
 */
async function trainAndWrite(page: Page, values: Record<string, string>): Promise<void> {
  const boxes = await Promise.all(
    Object.entries(values).map(async ([name, value]) => ({
      box: (await setting(page, name).elementHandle()) as ElementHandle<HTMLInputElement>,
      value,
    })),
  );
  const train = (await button(page, 'Train').elementHandle())!;
  await train.evaluate(async (train, boxes) => {
    (train as HTMLElement).click();
    const bars = () => [
      ...document.querySelectorAll<HTMLProgressElement>('article[data-variant] progress'),
    ];
    const begun = () => bars().length > 0 && bars().every(({ value }) => value > 0);
    while (!begun()) await new Promise(requestAnimationFrame);
    for (const { box, value } of boxes) {
      box.value = value;
      box.dispatchEvent(new Event('input', { bubbles: true }));
      box.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }, boxes);
}
