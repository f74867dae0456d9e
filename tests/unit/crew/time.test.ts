import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Frames } from '#lib/crew/run/frames.ts';
import { Patience } from '#lib/crew/hire/patience.ts';
import { Stopwatch } from '#lib/crew/run/stopwatch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a stopwatch', () => {
  it('counts the time between start and stop, and none in between', () => {
    let now = 0;
    const watch = new Stopwatch(() => now);
    watch.start();
    now = 2_000;
    watch.stop();
    now = 9_000;
    watch.start();
    now = 10_000;
    watch.look();
    expect(watch.seconds).toBe(3);
  });

  it('does not count a night in which the machine slept', () => {
    let now = 0;
    const watch = new Stopwatch(() => now);
    watch.start();
    now = 8 * 3_600_000;
    watch.look();
    expect(watch.seconds).toBe(10);
  });
});

describe('patience', () => {
  it('ends after a time without news, once', () => {
    const gone = vi.fn();
    new Patience(6_000, gone);
    vi.advanceTimersByTime(5_999);
    expect(gone).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60_000);
    expect(gone).toHaveBeenCalledTimes(1);
  });

  it('begins anew with every news', () => {
    const gone = vi.fn();
    const patience = new Patience(6_000, gone);
    for (let i = 0; i < 10; i++) {
      vi.advanceTimersByTime(4_000);
      patience.news();
    }
    expect(gone).not.toHaveBeenCalled();
    patience.end();
  });

  it('can be stretched, and never shrinks below its first length', () => {
    const gone = vi.fn();
    const patience = new Patience(6_000, gone);
    patience.stretch(60_000);
    vi.advanceTimersByTime(59_000);
    expect(gone).not.toHaveBeenCalled();
    patience.news();
    patience.stretch(1);
    vi.advanceTimersByTime(5_000);
    expect(gone).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(gone).toHaveBeenCalledTimes(1);
  });
});

describe('frames', () => {
  it('update ten times a second, however much there is to tell', () => {
    const update = vi.fn();
    const frames = new Frames(update);
    for (let ms = 0; ms < 1_000; ms++) {
      frames.soon();
      vi.advanceTimersByTime(1);
    }
    expect(update.mock.calls.length).toBeLessThanOrEqual(10);
    expect(update.mock.calls.length).toBeGreaterThanOrEqual(9);
  });

  it('update at once for what cannot wait, and not again for what it told', () => {
    const update = vi.fn();
    const frames = new Frames(update);
    frames.soon();
    frames.now();
    vi.advanceTimersByTime(1_000);
    expect(update).toHaveBeenCalledTimes(1);
  });

  it('update no more after the end', () => {
    const update = vi.fn();
    const frames = new Frames(update);
    frames.soon();
    frames.end();
    frames.now();
    frames.soon();
    vi.advanceTimersByTime(1_000);
    expect(update).not.toHaveBeenCalled();
  });
});
