import { describe, expect, it } from 'vitest';
import type { Specimen } from '#lib/labs/subnetworks/specimen.ts';
import { Walk } from '#lib/labs/subnetworks/thinned/walk.svelte.ts';
import type { SubnetworkJob } from '#workers/observatory/subnetwork/subnetwork.ts';

/** A specimen whose subnetwork number i says (i + 1)/64 of class 0 at example 0, (i + 1)/128 at another. */
function specimen() {
  const asked: SubnetworkJob[] = [];
  const said = (index: number, example: number) => (index + 1) / (example === 0 ? 64 : 128);
  const ask = async (_: string, job: SubnetworkJob) => {
    asked.push(job);
    const { mask, count = 1, example } = job;
    const numbers = Array.from({ length: count }, (_, i) =>
      typeof mask === 'number' ? mask + i : 63,
    );
    return {
      kept: [
        new Uint8Array(count).fill(1),
        Uint8Array.from(numbers.flatMap((i) => [i & 1, (i >> 1) & 1])),
      ],
      probabilities: Float32Array.from(
        numbers.flatMap((i) => [said(i, example), 1 - said(i, example)]),
      ),
      off: Float32Array.of(0.5, 0.5),
    };
  };
  const like = {
    ask,
    sizes: [1, 2, 2],
    p: [0, 0.5],
    droppable: 2,
    checkpoints: [],
    data: { inputs: 1, classes: ['0', '1'], test: { rows: new Float32Array(9), labels: [] } },
  };
  return { asked, walk: new Walk(like as unknown as Specimen, 'dropout') };
}

const soon = () => new Promise((resolve) => setTimeout(resolve));

async function opened() {
  const made = specimen();
  made.walk.look(0);
  await soon();
  return made;
}

describe('a walk through the subnetworks', () => {
  it('begins with the whole network and nothing counted', async () => {
    const { walk } = await opened();
    expect([walk.at, walk.kept, walk.said, walk.mean]).toEqual([0, null, null, null]);
    expect([...walk.off!]).toEqual([0.5, 0.5]);
  });

  it('shows number after number, and the mean of those so far', async () => {
    const { walk } = await opened();
    walk.step();
    walk.step();
    expect([walk.at, walk.said![0], walk.mean![0]]).toEqual([2, 2 / 64, 1.5 / 64]);
    expect(walk.kept![1].join('')).toBe('10');
  });

  it('steps back to the very same mask and mean', async () => {
    const { walk } = await opened();
    walk.step();
    walk.step();
    const { kept, mean } = walk;
    walk.step();
    walk.back();
    expect(walk.kept).toEqual(kept);
    expect(walk.mean).toEqual(mean);
    walk.begin();
    expect([walk.at, walk.mean]).toEqual([0, null]);
    walk.back();
    expect(walk.at).toBe(0);
  });

  it('asks for many at once, and before they are needed', async () => {
    const { walk, asked } = await opened();
    for (let i = 0; i < 200; i++) {
      walk.step();
      await Promise.resolve();
      expect(walk.waiting).toBe(false);
      await soon();
    }
    expect(asked.length).toBeLessThan(12);
    const ends = asked.map(({ mask, count }) => Number(mask) + count!);
    expect(asked.slice(1).map(({ mask }) => mask)).toEqual(ends.slice(0, -1));
  });

  it('takes another example for the same subnetworks, and shows nothing mixed meanwhile', async () => {
    const { walk } = await opened();
    walk.step();
    walk.step();
    walk.look(1);
    expect([walk.example, walk.shown, walk.mean![0]]).toEqual([1, 0, 1.5 / 64]);
    await soon();
    expect([walk.shown, walk.at, walk.mean![0]]).toEqual([1, 2, 1.5 / 128]);
  });

  it('shows a mask of one’s own without counting it, and goes back to where it came from', async () => {
    const { walk, asked } = await opened();
    walk.step();
    const { kept, mean } = walk;
    walk.toggle(1, 0);
    await soon();
    expect(walk.kept![1].join('')).toBe('10');
    expect([walk.at, walk.said![0]]).toEqual([1, 1]);
    expect(walk.mean).toEqual(mean);
    expect(asked.at(-1)!.mask).toBe(walk.own);
    walk.back();
    expect([walk.own, walk.at]).toEqual([null, 1]);
    expect(walk.kept).toEqual(kept);
  });
});
