import { describe, expect, it } from 'vitest';
import { hire } from '#lib/crew/hire/hand.ts';
import { FakeWorker, never } from './fake-staff.ts';

const api = {
  twice: async (n: number) => 2 * n,
  never: () => never,
  fail: async (): Promise<never> => {
    throw new RangeError('too much');
  },
};
type Api = typeof api;
const live = () => new AbortController().signal;

describe('a hand', () => {
  it('answers with a value or with the error that was thrown', async () => {
    const hand = await hire<Api>(() => new FakeWorker().open(api, true), 1_000, live());
    expect(await hand.call((remote) => remote.twice(4), 1_000)).toBe(8);
    await expect(hand.call((remote) => remote.fail(), 1_000)).rejects.toMatchObject({
      name: 'RangeError',
      message: 'too much',
    });
    hand.retire();
  });

  it('waits for nothing where the question could not be put', async () => {
    const hand = await hire<Api>(() => new FakeWorker().open(api, true), 1_000, live());
    const unaskable = () => {
      throw new TypeError('not to be posted');
    };
    await expect(hand.call(unaskable, 10)).rejects.toThrow('not to be posted');
    await new Promise((done) => setTimeout(done, 40));
    expect(await hand.call((remote) => remote.twice(4), 1_000)).toBe(8);
  });

  it('ends every call when its worker dies, and those that come after', async () => {
    const worker = new FakeWorker();
    const hand = await hire<Api>(() => worker.open(api, true), 1_000, live());
    const calls = [1, 2].map(() => hand.call((remote) => remote.never(), 1_000));
    worker.die('gone');
    for (const call of calls) {
      await expect(call).rejects.toMatchObject({ name: 'died', message: 'gone' });
    }
    await expect(hand.call((remote) => remote.twice(1), 1_000)).rejects.toThrow('gone');
    expect(worker.alive).toBe(false);
  });

  it('ends its calls when it is retired or aborted', async () => {
    const abort = new AbortController();
    const hand = await hire<Api>(() => new FakeWorker().open(api, true), 1_000, abort.signal);
    const call = hand.call((remote) => remote.never(), 1_000);
    abort.abort();
    await expect(call).rejects.toMatchObject({ name: 'retired' });
  });

  it('is not hired where its worker cannot be opened, dies at once or says nothing', async () => {
    const refuse = () => {
      throw new Error('blocked by policy');
    };
    await expect(hire<Api>(refuse, 1_000, live())).rejects.toThrow('blocked by policy');

    const worker = new FakeWorker();
    const dying = hire<Api>(() => worker.open(api, false), 1_000, live());
    worker.die("The worker's file could not be loaded.", 'not-fetched');
    await expect(dying).rejects.toMatchObject({ name: 'not-fetched' });

    const silent = hire<Api>(() => new FakeWorker().open(api, false), 20, live());
    await expect(silent).rejects.toMatchObject({ name: 'hung' });
  });

  it('is not hired where nobody needs it any more', async () => {
    await expect(hire<Api>(() => never as never, 1_000, AbortSignal.abort())).rejects.toThrow(
      'not needed',
    );
  });
});
