import { expect, it } from 'vitest';
import { HandError } from '#lib/crew/hire/hand.ts';
import { limits } from '#lib/crew/hire/limits.ts';
import { mended } from '#lib/crew/hire/mended.ts';

/** Fails so often, with each error in turn, and then answers. */
function failing(...errors: unknown[]) {
  let asked = 0;
  return {
    asked: () => asked,
    async ask() {
      if (asked < errors.length) throw errors[asked++];
      asked++;
      return 'answer';
    },
  };
}

const died = new HandError('died', 'The worker exited.');

it('asks another worker where one died or lost its context, and tells why', async () => {
  const lost = new Error('context-lost: the WebGL context was lost.');
  const told: unknown[] = [];
  const { ask } = failing(died, lost);
  expect(await mended(ask, { failed: (error) => told.push(error) })).toBe('answer');
  expect(told).toEqual([died, lost]);
});

it('gives up after as many replacements as there are', async () => {
  const all = failing(...new Array(20).fill(died));
  await expect(mended(all.ask)).rejects.toBe(died);
  expect(all.asked()).toBe(1 + limits.replacements);
});

it('does not ask again what cannot be answered', async () => {
  const all = failing(new RangeError('Invalid array length'));
  await expect(mended(all.ask)).rejects.toThrow('Invalid array length');
  expect(all.asked()).toBe(1);
});

it('asks again where a worker went home with the question of somebody else', async () => {
  const all = failing(new HandError('retired', 'The worker was sent home.'));
  expect(await mended(all.ask)).toBe('answer');
});

it('asks nobody again once nobody wants the answer, or the desk was closed', async () => {
  const abort = new AbortController();
  abort.abort();
  const gone = failing(died);
  await expect(mended(gone.ask, { signal: abort.signal })).rejects.toBe(died);
  expect(gone.asked()).toBe(1);
  const closed = failing(new DOMException('The desk was closed.', 'AbortError'));
  await expect(mended(closed.ask)).rejects.toThrow('closed');
  expect(closed.asked()).toBe(1);
});
