import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { breather, newsPace } from '#workers/pace.ts';

let now = 0;
beforeEach(() => {
  now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => vi.restoreAllMocks());

describe('news', () => {
  /** Offers news every 10 ms for a second; returns when it was told. */
  function told(cost: number, must: (at: number) => boolean = () => false): number[] {
    const times: number[] = [];
    const pace = newsPace();
    while (now < 1000) {
      now += 10;
      pace(() => {
        times.push(now);
        now += cost;
      }, must(now));
    }
    return times;
  }

  it('is told ten times a second', () => {
    expect(told(0)).toEqual([100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]);
  });

  it('takes a tenth of the time where telling takes long', () => {
    expect(told(50)).toEqual([100, 600]);
  });

  it('is told in any case where it must be, and the next one later', () => {
    expect(told(0, (at) => at === 150).slice(0, 3)).toEqual([100, 150, 250]);
  });
});

describe('a breath', () => {
  it('is taken once a slice has gone by, and lets messages be taken', async () => {
    const breathe = breather();
    let taken = false;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (taken = true);
    port2.postMessage(null);
    now = 20;
    await breathe();
    expect(taken).toBe(false);
    now = 40;
    await breathe();
    expect(taken).toBe(true);
    port1.close();
  });
});
