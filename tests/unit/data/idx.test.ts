import { describe, expect, test } from 'vitest';
import { built, file, idxBytes, idxPair, idxSpec, refused, zipped } from './files.ts';

const { images, labels } = idxPair(60);
const good = [file('images', images), file('labels', labels)];

describe('a pair of IDX files', () => {
  test('becomes rows in [0, 1] beside their labels', async () => {
    const data = await built(idxSpec(), good);
    expect(data).toMatchObject({
      name: 'images',
      inputs: 6,
      shape: { height: 2, width: 3 },
      classes: ['0', '1', '2'],
      scaling: 'unit',
    });
    for (const part of [data.train, data.test]) {
      part.labels.forEach((label, i) => {
        // The first pixel names the row of the file; its label counts along.
        expect(Math.round(255 * part.rows[6 * i]) % 3).toBe(label);
        expect(part.rows[6 * i + 5]).toBe(Math.fround(5 / 255));
      });
    }
    expect([data.train.labels.length, data.test.labels.length]).toEqual([20, 10]);
  });

  test.each([
    ['gzip', [zipped('images', images), zipped('labels', labels)]],
    ['one of them gzip, by content and not by name', [zipped('images', images), good[1]]],
    ['raw in spite of a name in .gz', [file('images', images), file('labels.gz', labels)]],
    ['labels first', [good[1], good[0]]],
  ])('is the same data set when %s', async (_, files) => {
    expect(await built(idxSpec(), files)).toEqual(await built(idxSpec(), good));
  });

  test('may have labels that start at 1, as EMNIST letters do, or leave gaps', async () => {
    const letters = idxPair(60, 26, 1);
    const data = await built(idxSpec(), [file('i', letters.images), file('l', letters.labels)]);
    expect(data.classes).toEqual(Array.from({ length: 26 }, (_, i) => String(i + 1)));
    expect(Math.max(...data.train.labels)).toBeLessThan(26);

    const gaps = idxBytes(
      [60],
      Array.from({ length: 60 }, (_, i) => [7, 200][i % 2]),
    );
    const two = await built(idxSpec(), [good[0], file('gaps', gaps)]);
    expect(two.classes).toEqual(['7', '200']);
    expect(new Set(two.train.labels)).toEqual(new Set([0, 1]));
  });

  test('is split by the seed, and drawn labels leave the true ones known', async () => {
    const [once, other] = [
      await built(idxSpec({ labelNoise: 1 }), good),
      await built(idxSpec(), good, 2),
    ];
    expect(other.train.rows).not.toEqual(once.train.rows);
    const clean = await built(idxSpec(), good);
    expect(once.train.trueLabels).toEqual(clean.train.labels);
    expect(once.train.labels).not.toEqual(clean.train.labels);
    expect(once.test).toEqual(clean.test);
  });

  test('may hold 70,000 images', async () => {
    const count = 70_000;
    const big = idxPair(count);
    const start = performance.now();
    const data = await built(idxSpec({ train: 60_000, test: 10_000 }), [
      zipped('i', big.images),
      file('l', big.labels),
    ]);
    expect(data.train.labels).toHaveLength(60_000);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

/** Bytes with one of them changed. */
function changed(bytes: Uint8Array, at: number, value: number): Uint8Array {
  return bytes.with(at, value);
}

describe('what is no pair of IDX files is refused, with the place:', () => {
  const byte = (value: number) => ({ unit: 'byte', value });
  const cut = (name: string, bytes: Uint8Array, length: number) =>
    file(name, bytes.slice(0, length));

  test('a gzip file that ends early', async () => {
    const whole = new Uint8Array(await zipped('', images).arrayBuffer());
    for (const length of [2, 5, 12, whole.length - 9, whole.length - 1]) {
      const problem = await refused(idxSpec(), [cut('images.gz', whole, length), good[1]]);
      expect(problem).toMatchObject({ kind: 'gzip', file: 'images.gz', at: byte(length) });
    }
  });

  test('a gzip file with a byte turned', async () => {
    const whole = new Uint8Array(await zipped('', images).arrayBuffer());
    const problem = await refused(idxSpec(), [
      file('images.gz', changed(whole, 40, whole[40] ^ 0x55)),
      good[1],
    ]);
    expect(problem).toMatchObject({ kind: 'gzip', file: 'images.gz' });
  });

  test('a wrong magic number', async () => {
    const problem = await refused(idxSpec(), [
      file('photo.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4, 5, 6])),
      good[1],
    ]);
    expect(problem).toEqual({
      kind: 'magic',
      file: 'photo.png',
      at: byte(0),
      expected: '00 00 08',
      got: '89 50 4e 47',
    });
  });

  test('another element type', async () => {
    const problem = await refused(idxSpec(), [good[0], file('labels', changed(labels, 2, 0x0d))]);
    expect(problem).toMatchObject({
      kind: 'magic',
      file: 'labels',
      at: byte(2),
      got: '0d (float32)',
    });
  });

  test.each([0, 2, 4, 200])('rank %i', async (rank) => {
    const problem = await refused(idxSpec(), [file('images', changed(images, 3, rank)), good[1]]);
    expect(problem).toMatchObject({ kind: 'rank', at: byte(3), got: String(rank) });
  });

  test('an empty file', async () => {
    const problem = await refused(idxSpec(), [good[0], file('labels', '')]);
    expect(problem).toMatchObject({ kind: 'empty', file: 'labels' });
  });

  test('a header that ends early, and one that promises nothing', async () => {
    expect(await refused(idxSpec(), [cut('images', images, 11), good[1]])).toMatchObject({
      kind: 'truncated',
      at: byte(11),
      expected: '16 B',
    });
    expect(await refused(idxSpec(), [cut('images', images, 3), good[1]])).toMatchObject({
      kind: 'truncated',
      at: byte(3),
    });
    expect(
      await refused(idxSpec(), [file('images', changed(images, 11, 0)), good[1]]),
    ).toMatchObject({ kind: 'empty', at: byte(8) });
  });

  test('values that end early', async () => {
    const problem = await refused(idxSpec(), [cut('images', images, 300), good[1]]);
    expect(problem).toMatchObject({
      kind: 'truncated',
      at: byte(300),
      expected: '376 B',
      got: '300 B',
    });
  });

  test('bytes after the last value', async () => {
    const longer = file('images', new Uint8Array([...images, 0]));
    const problem = await refused(idxSpec(), [longer, good[1]]);
    expect(problem).toMatchObject({ kind: 'too-large', at: byte(376), expected: '376 B' });
  });

  test('counts that differ', async () => {
    const problem = await refused(idxSpec(), [good[0], file('labels', idxPair(61).labels)]);
    expect(problem).toEqual({
      kind: 'counts',
      file: 'labels',
      at: byte(4),
      expected: '60',
      got: '61',
    });
  });

  test('more than 70,000 images, or images of more than 4,096 pixels', async () => {
    const many = idxBytes([70_001], new Uint8Array(70_001));
    expect(await refused(idxSpec(), [good[0], file('labels', many)])).toMatchObject({
      kind: 'too-large',
      at: byte(4),
      got: '70001 rows',
    });
    const wide = idxBytes([1, 65, 64], new Uint8Array(65 * 64));
    expect(await refused(idxSpec(), [file('images', wide), good[1]])).toMatchObject({
      kind: 'too-large',
      at: byte(8),
      got: '65 × 64 pixels',
    });
  });

  test('a small gzip file that unpacks without end', async () => {
    const bomb = new Uint8Array(30_000_000);
    bomb.set(images);
    const problem = await refused(idxSpec(), [zipped('bomb.gz', bomb), good[1]]);
    expect(problem).toMatchObject({ kind: 'too-large', at: byte(376) });
  });

  test('a single class', async () => {
    const one = file('labels', idxPair(60, 1, 4).labels);
    const problem = await refused(idxSpec(), [good[0], one]);
    expect(problem).toMatchObject({ kind: 'single-class', file: 'labels', got: '1 (4)' });
  });

  test('fewer than 20 rows', async () => {
    const few = idxPair(19);
    const problem = await refused(idxSpec(), [file('i', few.images), file('l', few.labels)]);
    expect(problem).toMatchObject({ kind: 'too-few', got: '19' });
  });

  test('two files of images, one file, no file, three files', async () => {
    expect(await refused(idxSpec(), [good[0], good[0]])).toMatchObject({
      kind: 'files',
      got: 'images + images',
    });
    expect(await refused(idxSpec(), [good[0]])).toMatchObject({ kind: 'files', got: 'images' });
    expect(await refused(idxSpec())).toMatchObject({ kind: 'files', expected: '2 IDX', got: '0' });
    expect(await refused(idxSpec(), [...good, good[0]])).toMatchObject({ kind: 'files' });
  });
});
