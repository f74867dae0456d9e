import { describe, expect, it } from 'vitest';
import { subnetwork } from '#workers/observatory/subnetwork/subnetwork.ts';
import { networkOf } from '#workers/observatory/study.ts';
import { layoutOf } from '#workers/network/layout.ts';
import { trainedStudy } from './trained.ts';
import { listener, nobody } from '../workers/listener.ts';

const study = await trainedStudy();
const ask = async (mask: number | Uint8Array[], example = 0, count?: number) =>
  subnetwork(study, { variant: 'dropout', mask, count, example }, nobody);

describe('a subnetwork that is looked at', () => {
  it('is the whole network where its mask keeps everything and p is 0', async () => {
    const whole = { ...study, p: [0, 0, 0] };
    const mask = [2, 8, 8].map((units) => new Uint8Array(units).fill(1));
    const answer = await subnetwork(whole, { variant: 'dropout', mask, example: 3 }, nobody);
    expect(answer.probabilities).toEqual(answer.off);
  });

  it('is made of the output biases alone where the last layer is dropped', async () => {
    const mask = [new Uint8Array(2).fill(1), new Uint8Array(8).fill(1), new Uint8Array(8)];
    const { probabilities } = await ask(mask);
    const { layers } = layoutOf(study.spec.sizes, 1);
    const biases = networkOf(study, 'dropout').subarray(layers[2].biases);
    const [a, b] = [Math.exp(biases[0]), Math.exp(biases[1])];
    expect(probabilities[0]).toBeCloseTo(a / (a + b), 6);
  });

  it('is the same for one number, and the mask that it shows gives it again', async () => {
    const first = await ask(7);
    expect((await ask(7)).kept).toEqual(first.kept);
    expect((await ask(first.kept)).probabilities).toEqual(first.probabilities);
    expect(first.kept.map((layer) => layer.length)).toEqual([2, 8, 8]);
    expect([...first.kept[0]]).toEqual([1, 1]);
  });

  it('says which variant was not trained', async () => {
    await expect(
      subnetwork(study, { variant: 'input-noise', mask: 0, example: 0 }, nobody),
    ).rejects.toThrow('No member 0 of input-noise was trained.');
  });
});

describe('a run of subnetworks', () => {
  it('is what they are one by one', async () => {
    const run = await ask(5, 3, 4);
    for (let i = 0; i < 4; i++) {
      const one = await ask(5 + i, 3);
      expect(run.probabilities.slice(2 * i, 2 * i + 2)).toEqual(one.probabilities);
      expect(
        run.kept.map((bits, l) => bits.slice(i * [2, 8, 8][l], (i + 1) * [2, 8, 8][l])),
      ).toEqual(one.kept);
      expect(run.off).toEqual(one.off);
    }
  });

  it('ends with those that there are once nobody wants more', async () => {
    const job = { variant: 'dropout', mask: 0, count: 50, example: 0 } as const;
    const answer = await subnetwork(study, job, listener<never>(2).conversation);
    expect(answer.probabilities).toHaveLength(3 * 2);
    expect(answer.kept.map((bits) => bits.length)).toEqual([3 * 2, 3 * 8, 3 * 8]);
  });
});
