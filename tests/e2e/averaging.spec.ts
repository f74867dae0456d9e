import { expect, type Page } from '@playwright/test';
import { downloadResults, testError } from './support/downloads.ts';
import {
  averaged,
  averaging,
  button,
  endless,
  everyoneHasSteps,
  openLab,
  stateIs,
} from './support/lab.ts';
import { test } from './support/test.ts';
import type { AveragingResult, BandResult } from '#lib/experiment/result.ts';

/** The table twin of the averaging chart, as text: the heads, then a record a row. */
async function twin(page: Page): Promise<Record<string, string>[]> {
  const details = averaging(page).locator('details');
  if (!(await details.evaluate((one) => (one as HTMLDetailsElement).open)))
    await details.locator('summary').click();
  await expect(details.locator('tbody tr').first()).toBeVisible();
  return details.locator('table').evaluate((table) => {
    const text = (cells: Iterable<Element>) => [...cells].map((cell) => cell.textContent.trim());
    const head = text(table.querySelectorAll('thead th'));
    return [...table.querySelectorAll('tbody tr')].map((row) => {
      const cells = text(row.children);
      return Object.fromEntries(head.map((name, i) => [name, cells[i]]));
    });
  });
}

const percent = (share: number | null) => `${(100 * share!).toFixed(1)}%`;

/** Holds the twin to the file, row by row. */
function holdTo(rows: Record<string, string>[], averaging: AveragingResult): void {
  const cell = (band: BandResult, i: number) =>
    averaging.groups[i] < 2
      ? percent(band.mean[i])
      : `${percent(band.mean[i])} (${percent(band.low[i])}–${percent(band.high[i])})`;
  const shown = rows.map((row) => Number(row['subnetworks averaged, k'].replace(',', '')));
  expect(shown[0]).toBe(1);
  expect(shown.at(-1)).toBe(averaging.k.at(-1));
  for (const row of rows) {
    const k = Number(row['subnetworks averaged, k'].replace(',', ''));
    const i = averaging.k.indexOf(k);
    expect(i, `k = ${k}`).toBeGreaterThanOrEqual(0);
    expect(row['arithmetic mean'], `k = ${k}`).toBe(cell(averaging.arithmetic.error, i));
    expect(row['geometric mean'], `k = ${k}`).toBe(cell(averaging.geometric.error, i));
    expect(row['dropout off'], `k = ${k}`).toBe(percent(averaging.off.error));
    expect(row['groups of k draws'].replace(',', '')).toBe(String(averaging.groups[i]));
    // Disjoint groups: no draw is used twice.
    expect(averaging.groups[i], `k = ${k}`).toBe(Math.floor(averaging.draws / k));
  }
}

test('the averaging chart can be drawn at any moment; its table twin says k, error, band and groups', async ({
  page,
}) => {
  await openLab(page, { ...endless, draws: 100, backend: 'wasm', run: 1 });
  await everyoneHasSteps(page, 20);
  await button(page, 'Pause').click();
  await stateIs(page, 'paused');
  await averaging(page).getByRole('button', { name: 'Average now' }).click();
  await averaged(page);
  await stateIs(page, 'paused');

  const { averaging: curve, variants } = await downloadResults(page);
  const dropout = variants.find(({ variant }) => variant === 'dropout')!;
  expect(curve).toMatchObject({ variant: 'dropout', step: dropout.step, draws: 100 });
  holdTo(await twin(page), curve!);

  // With the weights of another moment it is another chart.
  await button(page, 'One epoch').click();
  await stateIs(page, 'paused');
  await averaging(page).getByRole('button', { name: 'Average now' }).click();
  await expect
    .poll(async () => (await downloadResults(page)).averaging?.step, { timeout: 60_000 })
    .toBeGreaterThan(dropout.step);
});

test('after training the chart goes from 1 to 1,000 subnetworks, beside the lines of the others, and words follow from the numbers', async ({
  page,
}) => {
  await openLab(page, {
    train: 400,
    test: 1000,
    hidden: '64-32',
    members: 4,
    epochs: 12,
    draws: 1000,
    examples: 300,
    backend: 'wasm',
    run: 1,
  });
  await stateIs(page, 'done');
  await averaged(page);
  const result = await downloadResults(page);
  const curve = result.averaging!;
  expect(curve.k[0]).toBe(1);
  expect(curve.k.at(-1)).toBe(1000);
  const rows = await twin(page);
  holdTo(rows, curve);
  for (const name of ['Single network', 'Subnetworks of their own', 'Full ensemble'])
    expect(rows[0][name], name).toMatch(/^\d+\.\d%$/);

  // The chart itself, read with the keyboard, goes over the same k.
  const slider = averaging(page).getByRole('slider');
  await expect(slider).toHaveAttribute('aria-valuemin', '1');
  await expect(slider).toHaveAttribute('aria-valuemax', '1000');
  await slider.press('Home');
  await expect(slider).toHaveAttribute(
    'aria-valuetext',
    new RegExp(`k 1: arithmetic mean ${percent(curve.arithmetic.error.mean[0])}`),
  );

  // NLL is the other quantity, in the same twin.
  await averaging(page).getByRole('radio', { name: 'Test NLL' }).check();
  await expect
    .poll(async () => (await twin(page))[0]['dropout off'])
    .toBe(curve.off.loss!.toFixed(3));

  // Training with noisy labels makes ensembles clearly better here, so that both kinds of words come.
  const words = page.locator('section[aria-labelledby="verdicts"] li');
  const sentences = await words.allInnerTexts();
  expect(sentences).toEqual(result.verdicts);
  expect(sentences.length).toBeGreaterThanOrEqual(5);
  for (const sentence of sentences) {
    expect(sentence).toMatch(/^In this run /);
    const [low, high] = intervalIn(sentence);
    expect(low).toBeLessThan(high);
    // A limit that is shown as 0.0 may lie on either side.
    if (sentence.includes('is better than')) expect(high).toBeLessThanOrEqual(0);
    else if (sentence.includes('is worse than')) expect(low).toBeGreaterThanOrEqual(0);
    else {
      expect(sentence).toContain('there is no clear difference');
      expect(low).toBeLessThanOrEqual(0);
      expect(high).toBeGreaterThanOrEqual(0);
    }
  }
  expect(sentences.some((sentence) => sentence.includes('is better than'))).toBe(true);
  const about = sentences.find((sentence) => /full ensemble/.test(sentence))!;
  const ensemble = testError(result, 'full-ensemble', 'members-mean');
  const single = testError(result, 'single', 'off');
  expect(about).toContain(`test error ${percent(ensemble)} against ${percent(single)} on 1,000`);
  expect(about).toContain(`difference ${points(ensemble - single)} points`);
});

const points = (share: number) => (100 * share).toFixed(1).replace('-', '−');

function intervalIn(sentence: string): [number, number] {
  const found = /95% interval (−?\d+\.\d) to (−?\d+\.\d)/.exec(sentence);
  if (!found) throw new Error(`No interval in: ${sentence}`);
  return [Number(found[1].replace('−', '-')), Number(found[2].replace('−', '-'))];
}
