import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { built, file, idxSpec } from './files.ts';

const folder = process.env.LAB_DATA;
if (!folder) {
  console.warn('LAB_DATA is not set: reading real MNIST files was not tested.');
}

describe.skipIf(!folder)('real MNIST files', () => {
  const open = async (name: string) =>
    file(name, new Uint8Array(await readFile(path.join(folder!, name))));

  test('become 28 · 28 pictures of the ten digits', async () => {
    const data = await built(idxSpec({ train: 8000, test: 2000 }), [
      await open('mnist10k-labels-idx1-ubyte.gz'),
      await open('mnist10k-images-idx3-ubyte.gz'),
    ]);
    expect(data.classes).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    expect(data.shape).toEqual({ height: 28, width: 28 });

    // Train and test together are the whole file, whose counts are known.
    const counts = new Array<number>(10).fill(0);
    for (const label of [...data.train.labels, ...data.test.labels]) counts[label]++;
    expect(counts).toEqual([1001, 1127, 991, 1032, 980, 863, 1014, 1070, 944, 978]);

    // MNIST's mean pixel is .1307 over all 60,000.
    const mean = data.train.rows.reduce((sum, pixel) => sum + pixel, 0) / data.train.rows.length;
    expect(Math.abs(mean - 0.1307)).toBeLessThan(0.005);
  });
});
