import { describe, expect, it } from 'vitest';
import { subnetwork } from '#workers/observatory/subnetwork.ts';
import { networkOf } from '#workers/observatory/study.ts';
import { layoutOf } from '#workers/network/layout.ts';
import { listener, trainedStudy } from './trained.ts';

const study = await trainedStudy();
const { conversation } = listener<never>();
const ask = async (mask: number | Uint8Array[], example = 0) =>
  subnetwork(study, { variant: 'dropout', mask, example }, conversation);

describe('a subnetwork that is looked at', () => {
  it('is the whole network where its mask keeps everything and p is 0', async () => {
    const whole = { ...study, p: [0, 0, 0] };
    const mask = [2, 8, 8].map((units) => new Uint8Array(units).fill(1));
    const answer = await subnetwork(whole, { variant: 'dropout', mask, example: 3 }, conversation);
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

  it('says which variant was not trained', () => {
    expect(() =>
      subnetwork(study, { variant: 'input-noise', mask: 0, example: 0 }, conversation),
    ).toThrow('No member 0 of input-noise was trained.');
  });
});
