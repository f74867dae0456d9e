import { expect, type Page } from '@playwright/test';
import { preset } from '#lib/experiment/presets.ts';
import { downloadResults, figures } from './support/downloads.ts';
import {
  bar,
  button,
  card,
  endless,
  everyoneHasSteps,
  openLab,
  root,
  small,
  stateIs,
  stepsOf,
} from './support/lab.ts';
import { test } from './support/test.ts';

const variants = preset('noisy-digits').variants;

test('the button trains, pauses, goes on and stops; what was trained then stands in the table', async ({
  page,
}) => {
  await openLab(page, { ...endless, backend: 'wasm' });
  await stateIs(page, 'idle');
  await button(page, 'Train').click();
  await everyoneHasSteps(page, 20);
  await stateIs(page, 'running');

  // A control is acknowledged within 100 ms; the bound only catches a page that hangs.
  expect(await millisecondsToAnswer(page, 'Pause')).toBeLessThan(1_000);
  await stateIs(page, 'paused');
  await everyCardIs(page, 'paused');
  const paused = await Promise.all(variants.map((variant) => stepsOf(page, variant)));
  const result = await downloadResults(page);
  expect(result.variants.map(({ step }) => step)).toEqual(paused);

  await button(page, 'Resume').click();
  await stateIs(page, 'running');
  await everyoneHasSteps(page, Math.max(...paused) + 1);

  expect(await millisecondsToAnswer(page, 'Stop')).toBeLessThan(1_000);
  await stateIs(page, 'done');
  await everyCardIs(page, 'done');
  const stopped = await downloadResults(page);
  for (const { variant, step, steps, estimators } of stopped.variants) {
    expect(step, variant).toBeLessThan(steps);
    expect(estimators[0], variant).toMatchObject({ step, testExamples: 300 });
  }
  const rows = page
    .getByRole('region', { name: 'Every variant and estimator' })
    .locator('tbody tr');
  expect(await rows.count()).toBeGreaterThanOrEqual(variants.length);
});

test('one step and one epoch move every variant by just as much, from the start and from a pause', async ({
  page,
}) => {
  await openLab(page, { ...endless, train: 200, backend: 'wasm' });
  await button(page, 'One step').click();
  await everyCardIs(page, 'paused');
  await stateIs(page, 'paused');
  for (const variant of variants) expect(await stepsOf(page, variant), variant).toBe(1);

  // 200 rows in batches of 10.
  await button(page, 'One epoch').click();
  for (const variant of variants)
    await expect(card(page, variant).locator('progress')).toHaveJSProperty('value', 21);
  await stateIs(page, 'paused');
  await button(page, 'One step').click();
  for (const variant of variants)
    await expect(card(page, variant).locator('progress')).toHaveJSProperty('value', 22);
  await stateIs(page, 'paused');
  const { variants: trained } = await downloadResults(page);
  expect(trained.map(({ step }) => step)).toEqual(variants.map(() => 22));
});

test('a reset with the same weights gives the same figures; with new weights others, on the same data', async ({
  page,
}) => {
  await openLab(page, { ...small, backend: 'wasm' });
  await button(page, 'Train').click();
  await stateIs(page, 'done');
  const first = await downloadResults(page);

  await reset(page, 'Same weights again');
  await button(page, 'Train').click();
  await stateIs(page, 'done');
  const second = await downloadResults(page);
  expect(second.experiment).toEqual(first.experiment);
  expect(figures(second)).toEqual(figures(first));

  await reset(page, 'New weights');
  await button(page, 'Train').click();
  await stateIs(page, 'done');
  const third = await downloadResults(page);
  expect(third.experiment.seeds.weights).not.toBe(first.experiment.seeds.weights);
  expect({ ...third.experiment.seeds, weights: 0 }).toEqual({
    ...first.experiment.seeds,
    weights: 0,
  });
  expect(third.data).toEqual(first.data);
  const losses = (result: typeof first) => result.variants.map(({ curves }) => curves.testLoss[0]);
  losses(third).forEach((loss, i) => expect(loss, variants[i]).not.toBe(losses(first)[i]));
});

async function everyCardIs(page: Page, status: string): Promise<void> {
  for (const variant of variants)
    await expect(card(page, variant)).toHaveAttribute('data-status', status, { timeout: 60_000 });
}

async function reset(page: Page, choice: string): Promise<void> {
  await bar(page).locator('summary', { hasText: 'Reset' }).click();
  await bar(page).getByRole('button', { name: choice }).click();
  await stateIs(page, 'idle');
}

/** From a click, in the page, until the page looks otherwise: `data-run` or a button of the bar. */
async function millisecondsToAnswer(page: Page, name: string): Promise<number> {
  const control = await button(page, name).elementHandle();
  return root(page).evaluate(
    (lab, control) =>
      new Promise<number>((done) => {
        const start = performance.now();
        const observer = new MutationObserver(() => {
          observer.disconnect();
          done(performance.now() - start);
        });
        observer.observe(lab, { attributeFilter: ['data-run'] });
        observer.observe(control!, { attributeFilter: ['disabled', 'aria-disabled'] });
        (control as HTMLElement).click();
      }),
    control,
  );
}
