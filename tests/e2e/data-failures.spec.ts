import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as unwatched, type Page } from '@playwright/test';
import { downloadResults } from './support/downloads.ts';
import { door, moonsCsv, pick, file } from './support/files.ts';
import { button, openLab, root, small, stateIs, write } from './support/lab.ts';
import { test } from './support/test.ts';

/** Data that cannot be had while others are in use: said, and never trained on in their place. */

const data = (page: Page) => page.locator('section[aria-labelledby="data"]');

/** The worker that draws and reads data. */
const librarian = /\/librarian[^/]*\.js$/;

// The request that fails on purpose would count as a problem of the page.
unwatched(
  'a librarian that fails is told beside the data in use, and no run starts on them',
  async ({ page }) => {
    await openLab(page, { ...small, variants: 'single', backend: 'wasm' });
    await page.route(librarian, (route) => route.abort());
    await write(page, 'Training rows', 500);
    await expect(
      data(page).getByText(
        /could not be prepared: the file of a background worker could not be loaded.*no run starts on them/,
      ),
    ).toBeVisible();
    await expect(data(page).getByText(/200 rows to train on/)).toBeVisible();
    await button(page, 'Train').click();
    await stateIs(page, 'failed');
    await expect(page.getByRole('alert')).toContainText('The run failed');
    await expect(page).toHaveURL(/train=500/);

    await page.unroute(librarian);
    await data(page).getByRole('button', { name: 'Try again' }).click();
    await expect(data(page).getByText(/500 rows to train on/)).toBeVisible();
    await button(page, 'Train').click();
    await stateIs(page, 'done');
    expect((await downloadResults(page)).experiment.data.train).toBe(500);
  },
);

unwatched('files that no librarian could look at are read at the second try', async ({ page }) => {
  await openLab(page, { preset: 'your-own-data' });
  await page.route(librarian, (route) => route.abort());
  await pick(page, [file('moons.csv', moonsCsv(300))]);
  await expect(data(page).getByText(/could not be prepared/)).toBeVisible();
  await page.unroute(librarian);
  await data(page).getByRole('button', { name: 'Try again' }).click();
  await expect(door(page).getByText('In use: moons.csv')).toBeVisible();
});

test('a file that was deleted after it was chosen is named, and the data stay', async ({
  page,
}) => {
  await openLab(page, { preset: 'your-own-data' });
  const folder = await mkdtemp(join(tmpdir(), 'dropout-lab-'));
  try {
    // Changed between the choice and the reading: browsers refuse to read such a file.
    const path = join(folder, 'moons.csv');
    await writeFile(path, moonsCsv(300));
    await page.evaluate(() => {
      addEventListener(
        'change',
        (event) => {
          event.stopImmediatePropagation();
          const { files } = event.target as HTMLInputElement;
          (window as unknown as { held: File[] }).held = [...files!];
        },
        { capture: true, once: true },
      );
    });
    await door(page).locator('input[type=file]').setInputFiles(path);
    await rm(path);
    await drop(page, 'held');
    await expect(
      door(page).getByText(/“moons\.csv”: this cannot be read.*choose the files again/),
    ).toBeVisible();
    await expect(data(page).getByText(/1,000 rows to train on/)).toBeVisible();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** Drops files beside the door, on the heading of the page: those held by the page, or new ones. */
async function drop(page: Page, what: 'held' | { name: string; text: string }): Promise<void> {
  await page.evaluate((what) => {
    const transfer = new DataTransfer();
    const files =
      what === 'held'
        ? (window as unknown as { held: File[] }).held
        : [new File([what.text], what.name)];
    for (const file of files) transfer.items.add(file);
    const target = document.querySelector('h1')!;
    for (const type of ['dragenter', 'dragover', 'drop'])
      target.dispatchEvent(
        new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }),
      );
  }, what);
}

test('a file dropped anywhere is read as if through the door, whatever data are in use', async ({
  page,
}) => {
  await openLab(page, { ...small, variants: 'single', backend: 'wasm', run: 1 });
  await stateIs(page, 'done');
  await drop(page, { name: 'moons.csv', text: moonsCsv(300) });
  await expect(door(page).getByText('In use: moons.csv')).toBeVisible();
  await expect(root(page)).toHaveAttribute('data-run', 'done');
  await expect(data(page).getByText(/Label: “.+”, column 3 of 3/)).toBeVisible();

  await drop(page, { name: 'bad.csv', text: 'a,b\n1' });
  await expect(door(page).getByText(/“bad\.csv”, line 2/)).toContainText(
    'The data in use stay as they are',
  );
});

/** Drops something of this machine on the heading of the page, as the system hands it over. */
async function dropFromDisk(page: Page, path: string): Promise<void> {
  const heading = page.getByRole('heading', { level: 1 });
  // What was dropped before has brought the data into view.
  await heading.scrollIntoViewIfNeeded();
  const box = (await heading.boundingBox())!;
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', {
      type,
      x: box.x + 20,
      y: box.y + box.height / 2,
      data: { items: [], files: [path], dragOperationsMask: 1 },
    });
}

test('a file or a folder of the disk that is dropped beside the door does not replace the page', async ({
  page,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'dropout-lab-'));
  try {
    await openLab(page, { preset: 'your-own-data' });
    const here = page.url();
    await writeFile(join(folder, 'moons.csv'), moonsCsv(300));
    await dropFromDisk(page, join(folder, 'moons.csv'));
    await expect(door(page).getByText('In use: moons.csv')).toBeVisible();
    await dropFromDisk(page, folder);
    await expect(door(page).getByText(/this cannot be read.*It is a folder/)).toBeVisible();
    await expect(data(page).getByText(/rows to train on.*2 inputs/)).toBeVisible();
    expect(new URL(page.url()).pathname).toBe(new URL(here).pathname);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a page that reads no files says so, keeps its place, and leads to the lab', async ({
  page,
}) => {
  await page.goto('./zh/theory/');
  await expect(page.locator('html')).toHaveAttribute('data-started', '');
  await drop(page, { name: 'moons.csv', text: 'a,b' });
  await expect(page.getByText('这个页面不读取文件。')).toBeVisible();
  await page.getByRole('link', { name: '到实验室读取' }).click();
  await expect(page).toHaveURL(/\/zh\/dropout\/\?preset=your-own-data/);
  await expect(page.getByText('这个页面不读取文件。')).toHaveCount(0);
});
