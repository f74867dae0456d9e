import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chunks } from '#lib/data/chunks.ts';
import { file, zipped } from './files.ts';

async function all(blob: Blob, native?: boolean): Promise<number[]> {
  const bytes: number[] = [];
  for await (const chunk of chunks(blob, native)) bytes.push(...chunk);
  return bytes;
}

describe.each([
  ['with DecompressionStream', true],
  ['without DecompressionStream', false],
])('the bytes of a file, %s,', (_, native) => {
  test('are those that were packed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
        expect(await all(zipped('f', bytes), native)).toEqual([...bytes]);
      }),
      { numRuns: 50 },
    );
  });

  test('are left as they are where they are not gzip', async () => {
    expect(await all(file('f.gz', new Uint8Array([1, 2, 3])), native)).toEqual([1, 2, 3]);
    expect(await all(file('f.gz', ''), native)).toEqual([]);
  });

  test('are not given out as whole where the end is missing', async () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, i) => (i * i) >> 3);
    const whole = zipped('f', bytes);
    for (const missing of [9, 100, whole.size - 20]) {
      const short = whole.slice(0, whole.size - missing);
      await expect(all(short, native)).rejects.toMatchObject({
        problem: { kind: 'gzip', at: { value: short.size } },
      });
    }
  });
});
