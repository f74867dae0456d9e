import convnetjs from 'convnetjs';
import { describe, expect, it } from 'vitest';
import { firstForm, scaling, testScalings } from '#workers/observatory/scaling/scaling.ts';
import { calibrationOf } from '#workers/observatory/scaling/calibration.ts';
import { networkOf } from '#workers/observatory/study.ts';
import { layoutOf, weightsOf } from '#workers/network/layout.ts';
import { trainedStudy } from './trained.ts';
import { nobody } from '../workers/listener.ts';

const study = await trainedStudy((experiment) => {
  experiment.variants = ['dropout'];
  experiment.dropout = { input: 0, hidden: [0.2, 0.3] };
});
const ask = async (p: number[], parameters: Float32Array | null = null) =>
  scaling(study, { parameters, p }, nobody);
const named = ({ scaled }: Awaited<ReturnType<typeof ask>>) =>
  Object.fromEntries(scaled.map((one) => [one.scaling, one]));

describe('the first form of dropout', () => {
  it('has weights larger by 1/(1 − p) behind every dropped layer, and nowhere else', () => {
    const parameters = networkOf(study, 'dropout');
    const first = firstForm(parameters, study.spec.sizes, study.p);
    const layout = layoutOf(study.spec.sizes, 1);
    const ratios = [1, 1 / 0.8, 1 / 0.7];
    ratios.forEach((ratio, l) => {
      const before = weightsOf(parameters, layout, 0, l);
      weightsOf(first, layout, 0, l).forEach((w, i) => expect(w).toBeCloseTo(ratio * before[i], 6));
    });
  });

  it('times 1 − p is the inverted form, but for the rounding to float32', async () => {
    const { keep, drop, inverted } = named(await ask([0, 0.2, 0.3]));
    expect(keep.difference).toBeLessThan(1e-5);
    expect(drop.difference).toBeGreaterThan(0.01);
    expect(inverted.difference).toBe(0);
    expect(keep.wrong).toEqual(inverted.wrong);
  });

  it('times p is another function, unless p = ½', async () => {
    const off = named(await ask([0, 0.2, 0.3]));
    expect(off.drop.loss).not.toEqual(off.keep.loss);
    const half = named(await ask([0, 0.5, 0.5]));
    expect(half.drop.loss).toEqual(half.keep.loss);
  });

  it('is the same under all four where nothing is dropped', async () => {
    const { scaled } = await ask([0, 0, 0]);
    expect(scaled.map(({ scaling }) => scaling)).toEqual([...testScalings]);
    for (const one of scaled) expect(one.loss).toEqual(scaled[0].loss);
  });

  it('has no scaling at p = 1', async () => {
    await expect(ask([0, 1, 0.5])).rejects.toThrow('At p = 1');
  });

  it('takes a network that was trained since', async () => {
    const other = networkOf(study, 'dropout').map((w) => w / 2);
    const [own, given] = [await ask([0, 0.2, 0.3]), await ask([0, 0.2, 0.3], other)];
    expect(named(given).inverted.loss).not.toEqual(named(own).inverted.loss);
  });
});

describe('calibration', () => {
  const labels = Int32Array.of(0, 0, 1, 1);
  const certain = (q: number) => [Math.log(q), Math.log(1 - q)];

  it('compares confidence and accuracy in bins (lower, upper]', () => {
    const logs = [certain(0.75), certain(0.75), certain(0.75), certain(1 - 0.9)].flat();
    const { count, confidence, accuracy, ece } = calibrationOf(logs, labels, 2, 4);
    expect([...count]).toEqual([0, 0, 3, 1]);
    expect(confidence[2]).toBeCloseTo(0.75, 12);
    expect(accuracy[2]).toBeCloseTo(2 / 3, 12);
    expect(accuracy[3]).toBe(1);
    expect(ece).toBeCloseTo((3 * (0.75 - 2 / 3) + 0.1) / 4, 12);
    expect(confidence[0]).toBeNaN();
  });

  it('is off by chance alone by as much as the closed form says', () => {
    // 2,000 examples that are right with probability .7: E|k/n − .7| of a binomial.
    const n = 2000;
    const logs = Array.from({ length: n }, () => certain(0.7)).flat();
    const { chance } = calibrationOf(logs, new Int32Array(n), 2, 15);
    expect(chance).toBeCloseTo(Math.sqrt((2 / Math.PI) * ((0.7 * 0.3) / n)), 12);
  });
});

describe('the library that the page names', () => {
  it('multiplies by the drop probability at test time: ConvNetJS 0.3.0', () => {
    const { Vol, DropoutLayer } = convnetjs as unknown as {
      Vol: new (x: number, y: number, depth: number, fill: number) => { w: Float64Array };
      DropoutLayer: new (options: object) => {
        forward(input: object, training: boolean): { w: Float64Array };
      };
    };
    const layer = new DropoutLayer({ in_sx: 1, in_sy: 1, in_depth: 4, drop_prob: 0.1 });
    const { w } = layer.forward(new Vol(1, 1, 4, 1), false);
    expect([...w]).toEqual([0.1, 0.1, 0.1, 0.1]);
  });
});
