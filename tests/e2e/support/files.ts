import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { drawDigits } from '#lib/data/digits/digits.ts';
import { drawPlane } from '#lib/data/plane/plane.ts';

/** A file to give to the page. */
export interface GivenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export const file = (name: string, content: Buffer | Uint8Array | string): GivenFile => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content as Uint8Array),
});

/** An IDX file of unsigned bytes. */
export function idx(sizes: number[], values: Uint8Array): Buffer {
  const head = Buffer.alloc(4 + 4 * sizes.length);
  head.set([0, 0, 8, sizes.length]);
  sizes.forEach((size, i) => head.writeUInt32BE(size, 4 + 4 * i));
  return Buffer.concat([head, values]);
}

/** Drawn digits as a pair of IDX files. */
export async function digitFiles(count: number, side = 28): Promise<[Buffer, Buffer]> {
  const { train } = await drawDigits(
    { kind: 'digits', side, distortion: 1, pixelNoise: 0.1, train: count, test: 10, labelNoise: 0 },
    1,
  );
  const pixels = Uint8Array.from(train.rows, (x) => Math.round(255 * Math.min(1, Math.max(0, x))));
  return [idx([count, side, side], pixels), idx([count], Uint8Array.from(train.labels))];
}

/** Two moons as CSV, with a header and the label last. */
export function moonsCsv(count: number): string {
  const { train } = drawPlane(
    { kind: 'plane', shape: 'moons', noise: 0.1, train: count, test: 10, labelNoise: 0 },
    1,
  );
  const lines = Array.from(train.labels, (label, i) =>
    [train.rows[2 * i], train.rows[2 * i + 1], label === 0 ? 'upper' : 'lower'].join(','),
  );
  return ['east,north,moon', ...lines, ''].join('\n');
}

export const sha256 = (content: Buffer | string): string =>
  createHash('sha256').update(content).digest('hex');

/** The place of the page where files come in. */
export const door = (page: Page) => page.getByRole('group', { name: 'Your own files' });

/** Picks files as a person does: with the button, in the browser's own dialogue. */
export async function pick(page: Page, files: GivenFile[] | string[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    door(page).getByText('Choose files', { exact: true }).click(),
  ]);
  await chooser.setFiles(files as GivenFile[]);
}

/** Drops a text file on the door. */
export async function drop(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([name, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name, { type: 'text/csv' }));
      return transfer;
    },
    [name, text] as const,
  );
  await door(page).dispatchEvent('dragover', { dataTransfer });
  await door(page).dispatchEvent('drop', { dataTransfer });
}
