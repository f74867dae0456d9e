import { describe, expect, test } from 'vitest';
import { identifyAll } from '#lib/data/identify-all.ts';
import type { NamedBlob } from '#lib/data/named-blob.ts';
import { csvSpec, file, idxSpec, refused } from './files.ts';

/** What a browser gives for a folder or a file that has gone; each engine throws another error. */
function gone(error: Error): NamedBlob {
  const whole = file('photos', 'a,b\n1,2\n');
  return Object.assign(whole, {
    slice: () => ({ arrayBuffer: () => Promise.reject(error) }) as unknown as Blob,
    stream: () => new ReadableStream<Uint8Array<ArrayBuffer>>({ pull: (to) => to.error(error) }),
  });
}

describe.each([
  ['Chromium', new DOMException('A requested file could not be read', 'NotReadableError')],
  ['WebKit', new DOMException('The object can not be found here.', 'NotFoundError')],
  ['Firefox', new TypeError('Error in input stream')],
])('a file that cannot be read in %s', (_, error) => {
  test('is a problem of that file when it is looked at', async () => {
    const outcome = await identifyAll([file('good', 'x'), gone(error)]);
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'unreadable', file: 'photos' } });
  });

  test('is a problem of that file when it is read', async () => {
    expect(await refused(csvSpec(), [gone(error)])).toMatchObject({
      kind: 'unreadable',
      file: 'photos',
      got: error.message,
    });
    expect((await refused(idxSpec(), [gone(error), gone(error)])).kind).toBe('unreadable');
  });
});
