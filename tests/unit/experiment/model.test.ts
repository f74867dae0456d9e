import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from '#lib/experiment/base64.ts';
import { memberMask } from '#lib/experiment/member-mask.ts';
import { toModel } from '#lib/experiment/model.ts';
import { preset } from '#lib/experiment/presets.ts';
import { biasesOf, layoutOf, weightsOf } from '#workers/network/layout.ts';
import { keptUnits } from '#workers/network/masks.ts';

const experiment = {
  ...preset('moons'),
  network: { ...preset('moons').network, hidden: [5, 3] },
  dropout: { input: 0.2, hidden: [0.5, 0] },
  members: 4,
  changes: [{ step: 7, path: 'dropout.hidden.0', value: 0.9 }],
};
const data = { name: 'moons', inputs: 2, classes: ['0', '1'], scaling: 'none' };

function trained(members: number) {
  const layout = layoutOf([2, 5, 3, 2], members);
  const parameters = Float32Array.from({ length: layout.total }, (_, i) => Math.fround(i / 7));
  return { layout, parameters };
}

describe('a model file', () => {
  it('holds the weights and biases of each network where the workers have them', () => {
    const { layout, parameters } = trained(4);
    const { networks, layers, stopped } = toModel(experiment, data, [
      { variant: 'subnetworks', step: 5, parameters, stopped: [{ member: 2 }] },
    ]).variants[0];
    expect(networks).toHaveLength(4);
    expect(stopped).toEqual([2]);
    expect(layers).toEqual([
      { inputs: 2, outputs: 5, activation: 'relu' },
      { inputs: 5, outputs: 3, activation: 'relu' },
      { inputs: 3, outputs: 2, activation: 'softmax' },
    ]);
    networks.forEach((network, member) =>
      network.forEach(({ weights, biases }, layer) => {
        expect(fromBase64(weights)).toEqual(weightsOf(parameters, layout, member, layer).slice());
        expect(fromBase64(biases)).toEqual(biasesOf(parameters, layout, member, layer).slice());
      }),
    );
  });

  it('holds the masks of fixed subnetworks, with the drop probabilities of the last step', () => {
    const { parameters } = trained(1);
    const variants = [5, 7, 8].map(
      (step) =>
        toModel(experiment, data, [
          { variant: 'shared-subnetworks', step, parameters, stopped: [] },
        ]).variants[0],
    );
    expect(variants.map((v) => v.dropProbabilities)).toEqual([
      [0.2, 0.5, 0],
      [0.2, 0.5, 0],
      [0.2, 0.9, 0],
    ]);
    expect(variants[0].networks).toHaveLength(1);
    expect(variants[0].masks?.map((layers) => layers.map((bits) => bits.length))).toEqual(
      new Array(4).fill([2, 5, 3]),
    );
    expect(variants[0].masks?.every((layers) => layers[2] === '111')).toBe(true);
  });

  it('has no masks where none is fixed', () => {
    const { parameters } = trained(1);
    const variants = (['single', 'dropout'] as const).map((variant) => ({
      variant,
      step: 0,
      parameters,
      stopped: [],
    }));
    expect(toModel(experiment, data, variants).variants).toMatchObject([
      { masks: null, prediction: 'off' },
      { masks: null, prediction: 'off' },
    ]);
  });

  it('refuses parameters of another shape', () => {
    const parameters = new Float32Array(3);
    expect(() =>
      toModel(experiment, data, [{ variant: 'single', step: 0, parameters, stopped: [] }]),
    ).toThrow(RangeError);
  });
});

describe('the mask of a member', () => {
  it('is the one that the workers make', () => {
    const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
    const p = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(seeds, fc.nat(6), fc.nat(63), p, fc.nat(70), (seed, layer, member, p, units) => {
        const bits = memberMask(seed, layer, member, p, units);
        const kept = [...bits].flatMap((bit, unit) => (bit === '1' ? [unit] : []));
        expect(kept).toEqual([...keptUnits({ kind: 'member', seed }, p, layer, member, units)]);
      }),
    );
  });
});

describe('numbers as base64', () => {
  it('come back bit for bit', () => {
    fc.assert(
      fc.property(fc.float32Array(), (numbers) => {
        expect(fromBase64(toBase64(numbers))).toEqual(numbers);
      }),
    );
  });

  it('are little-endian float32', () => {
    // 1 is 0x3f800000.
    expect(toBase64(Float32Array.of(1))).toBe(btoa('\x00\x00\x80\x3f'));
  });
});
