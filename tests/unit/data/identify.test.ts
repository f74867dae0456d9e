import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { identify } from '#lib/data/identify.ts';
import { built, csvSpec, file, idxPair, idxSpec, refused } from './files.ts';

describe('a file is known by', () => {
  test('its size and its SHA-256', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(await identify(file('f', bytes))).toEqual({
          name: 'f',
          size: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
        });
      }),
    );
  });
});

describe('an experiment that names its files', () => {
  const { images, labels } = idxPair(60);
  const pair = [file('images', images), file('labels', labels)];

  test('takes them in any order and under other names', async () => {
    const files = await Promise.all(pair.map(identify));
    const renamed = [file('x', labels), file('y', images)];
    const data = await built(idxSpec({ files }), renamed);
    expect(data.train).toEqual((await built(idxSpec(), pair)).train);
  });

  test('refuses another file of the same name, and names both', async () => {
    const files = await Promise.all(pair.map(identify));
    const problem = await refused(idxSpec({ files }), [
      pair[0],
      file('labels', idxPair(61).labels),
    ]);
    expect(problem.kind).toBe('files');
    expect(problem.expected).toBe(`labels (68 B, SHA-256 ${files[1].sha256.slice(0, 8)}…)`);
    expect(problem.got).toMatch(/^labels \(69 B, SHA-256 [0-9a-f]{8}…\)$/);
  });

  test('asks for them by name while they are not there', async () => {
    const files = await Promise.all(pair.map(identify));
    expect(await refused(idxSpec({ files }))).toMatchObject({
      kind: 'files',
      expected: 'images, labels',
      got: '0',
    });
    expect(await refused(csvSpec())).toMatchObject({ kind: 'files', expected: '1 CSV', got: '0' });
  });
});
