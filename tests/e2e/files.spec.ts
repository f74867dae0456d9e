import { join } from 'node:path';
import { expect } from '@playwright/test';
import * as en from '#lib/i18n/en.ts';
import { downloadResults, testError } from './support/downloads.ts';
import { digitFiles, door, drop, file, moonsCsv, pick, sha256 } from './support/files.ts';
import { button, openLab, root, stateIs } from './support/lab.ts';
import { test } from './support/test.ts';

const names = ['mnist10k-images-idx3-ubyte.gz', 'mnist10k-labels-idx1-ubyte.gz'];
const folder = process.env.LAB_DATA;

test('real digits, picked as IDX files: 1,000 rows trained, 2,000 tested, test error below 15%', async ({
  page,
}, info) => {
  let files: Parameters<typeof pick>[1];
  if (folder) {
    files = names.map((name) => join(folder, name));
  } else {
    const said = 'LAB_DATA names no folder: drawn digits stand in, the real-data case was not run.';
    info.annotations.push({ type: 'not run', description: said });
    console.log(said);
    const [images, labels] = await digitFiles(3000);
    files = [file('drawn-images-idx3-ubyte', images), file('drawn-labels-idx1-ubyte', labels)];
  }
  await openLab(page, {
    preset: 'your-own-data',
    hidden: 128,
    epochs: 15,
    variants: 'single,dropout',
    draws: 10,
    backend: 'wasm',
  });
  await pick(page, files);
  await expect(
    page.getByText('1,000 rows to train on, 2,000 to test on; 784 inputs, 10 classes.'),
  ).toBeVisible();
  await expect(
    door(page).getByText(/^In use: .*images-idx3-ubyte.*labels-idx1-ubyte/),
  ).toBeVisible();

  await button(page, 'Train').click();
  await stateIs(page, 'done');
  const result = await downloadResults(page);
  expect(result.data).toMatchObject({ inputs: 784, trainRows: 1000, testRows: 2000 });
  for (const variant of ['single', 'dropout'])
    expect(testError(result, variant, 'off'), variant).toBeLessThan(0.15);
});

const csv = moonsCsv(300);
const rows = { train: 200, test: 100, hidden: 16, epochs: 5, variants: 'single', backend: 'wasm' };

test('a CSV file that is dropped on the page is trained on', async ({ page }) => {
  await openLab(page, { data: 'csv', ...rows });
  await drop(page, 'moons.csv', csv);
  await expect(
    page.getByText('200 rows to train on, 100 to test on; 2 inputs, 2 classes.'),
  ).toBeVisible();
  await expect(door(page).getByText('In use: moons.csv')).toBeVisible();
  await button(page, 'Train').click();
  await stateIs(page, 'done');
  const { data, experiment } = await downloadResults(page);
  expect(data).toMatchObject({ name: 'moons.csv', inputs: 2, classes: ['lower', 'upper'] });
  expect(experiment.data).toMatchObject({
    kind: 'csv',
    files: [{ name: 'moons.csv', size: csv.length, sha256: sha256(csv) }],
  });
});

test('a link that names a file asks for it, waits for it, and then runs by itself', async ({
  page,
}) => {
  const files = `moons.csv:${csv.length}:${sha256(csv)}`;
  await openLab(page, { data: 'csv', files, ...rows, run: 1 });
  await expect(
    door(page).getByText(/This link names files of its own\. Please choose “moons\.csv” \(.*\)\./),
  ).toBeVisible();
  await stateIs(page, 'idle');
  await expect(root(page).getByText(en.run.waitingForData)).toBeVisible();
  await pick(page, [file('another name.csv', csv)]);
  await stateIs(page, 'done');
  expect((await downloadResults(page)).data).toMatchObject({ trainRows: 200, testRows: 100 });
  await expect(door(page).getByText('This link names files')).toHaveCount(0);
});

test('where another file than the one of the link is chosen, the page says so', async ({
  page,
}) => {
  const files = `moons.csv:${csv.length}:${sha256(csv)}`;
  await openLab(page, { data: 'csv', files, ...rows });
  await drop(page, 'other.csv', moonsCsv(320));
  await expect(
    door(page).getByText(/These are not the files of the link \(moons\.csv\)/),
  ).toBeVisible();
  await expect(door(page).getByText('In use: other.csv')).toBeVisible();
});
