import { gzipSync } from 'node:zlib';
import * as en from '#lib/i18n/en.ts';
import { expect } from '@playwright/test';
import { downloadResults } from './support/downloads.ts';
import { digitFiles, door, file, idx, moonsCsv, pick, type GivenFile } from './support/files.ts';
import { button, openLab, stateIs } from './support/lab.ts';
import { test } from './support/test.ts';

const row = 'width,height,kind\n';
const good = Array.from({ length: 30 }, (_, i) => `${i},${i % 7},${i % 2 ? 'a' : 'b'}\n`).join('');

/** What is wrong, the files, and what the page has to say: where, and what was expected or came. */
async function cases(): Promise<[string, GivenFile[], RegExp][]> {
  const [images, labels] = await digitFiles(40, 8);
  const whole = gzipSync(images);
  const wrongMagic = Buffer.from(images);
  wrongMagic[0] = 0x50;
  const floats = Buffer.from(images);
  floats[2] = 0x0d;
  const pair = (first: Buffer, second: Buffer, end = '') => [
    file(`images${end}`, first),
    file('labels', second),
  ];
  return [
    [
      'gzip',
      pair(whole.subarray(0, Math.floor(whole.length / 2)), labels, '.gz'),
      /“images\.gz”.*compressed file is damaged or ends early/i,
    ],
    ['magic', pair(wrongMagic, labels), /“images”, byte 0: .*no IDX file.*found 50 00 08 03/i],
    ['magic', pair(floats, labels), /“images”, byte 2: .*found 0d \(float32\)/i],
    [
      'counts',
      pair(images, idx([39], new Uint8Array(39))),
      /“labels”, byte 4: there are 40 images but 39 labels/i,
    ],
    [
      'rank',
      pair(idx([40, 64], new Uint8Array(40 * 64)), labels),
      /“images”, byte 3: .*this file has rank 2/i,
    ],
    [
      'truncated',
      pair(images.subarray(0, 1000), labels),
      /“images”, byte 1,000: the file ends early/i,
    ],
    ['empty', [file('empty.csv', '')], /“empty\.csv”: there is nothing in it/i],
    [
      'ragged',
      [file('ragged.csv', `${row}${good}1,2\n`)],
      /“ragged\.csv”, line 32: rows differ in length.*Expected 3 columns.*found 2/i,
    ],
    [
      'not-a-number',
      [file('text.csv', `${row}${good}1,tall,a\n`)],
      /“text\.csv”, line 32, column “height”: expected a number, found “tall”/i,
    ],
    [
      'not-a-number',
      [file('nan.csv', `${row}${good}NaN,1,a\n`)],
      /“nan\.csv”, line 32, column “width”: expected a number, found “NaN”/i,
    ],
    [
      'single-class',
      [file('one.csv', `${row}${good.replaceAll('b', 'a')}`)],
      /“one\.csv”: all examples are of one class.*found 1 \(a\)/i,
    ],
  ];
}

test('a file that is no data set is named with what is wrong and where; the data in use stay', async ({
  page,
}) => {
  await openLab(page, {
    data: 'csv',
    train: 100,
    test: 50,
    hidden: 8,
    epochs: 2,
    variants: 'single',
    backend: 'wasm',
  });
  await pick(page, [file('moons.csv', moonsCsv(150))]);
  const facts = page.getByText('100 rows to train on, 50 to test on; 2 inputs, 2 classes.');
  await expect(facts).toBeVisible();
  await expect(page).toHaveURL(/files=moons\.csv:/);
  const address = page.url();

  for (const [kind, files, words] of await cases()) {
    await pick(page, files);
    const said = door(page).locator(`[data-problem="${kind}"]`);
    await expect(said).toHaveText(words);
    await expect(said).toContainText(en.files.kept);
    await expect(facts).toBeVisible();
  }
  expect(page.url()).toBe(address);

  await button(page, 'Train').click();
  await stateIs(page, 'done');
  expect((await downloadResults(page)).data).toMatchObject({ name: 'moons.csv', trainRows: 100 });
});
