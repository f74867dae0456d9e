import { describe, expect, it } from 'vitest';
import { frameQueue } from '#lib/charts/frames.ts';

/** Frames and a clock by hand. */
function stage() {
  const frames: (() => void)[] = [];
  let clock = 0;
  const queue = frameQueue(
    (run) => frames.push(run),
    () => clock,
    6,
  );
  return {
    queue,
    spend: (milliseconds: number) => (clock += milliseconds),
    frame: () => frames.splice(0).forEach((run) => run()),
    asked: () => frames.length,
  };
}

describe('the queue of frames', () => {
  it('leaves to the next frame what does not fit into this one', () => {
    const { queue, spend, frame } = stage();
    const done: string[] = [];
    for (const name of ['a', 'b', 'c']) {
      queue.schedule(() => {
        done.push(name);
        spend(4);
      });
    }
    frame();
    expect(done).toEqual(['a', 'b']);
    frame();
    expect(done).toEqual(['a', 'b', 'c']);
  });

  it('runs a job once, however often it is asked for', () => {
    const { queue, frame, asked } = stage();
    let runs = 0;
    const job = () => runs++;
    queue.schedule(job);
    queue.schedule(job);
    frame();
    expect(runs).toBe(1);
    expect(asked()).toBe(0);
  });

  it('goes on after a job that throws', () => {
    const { queue, frame } = stage();
    let ran = false;
    queue.schedule(() => {
      throw new Error('no');
    });
    queue.schedule(() => (ran = true));
    expect(frame).toThrow('no');
    frame();
    expect(ran).toBe(true);
  });

  it('forgets what is cancelled', () => {
    const { queue, frame } = stage();
    let ran = false;
    const job = () => (ran = true);
    queue.schedule(job);
    queue.cancel(job);
    frame();
    expect(ran).toBe(false);
  });
});
