import { describe, expect, it } from 'vitest';
import type { EnsembleSpec, StepSettings } from '#workers/network/ensemble.ts';
import { biasesOf, layoutOf, weightsOf } from '#workers/network/layout.ts';
import { masksOf, noMasks } from '#workers/reference/masks.ts';
import { float64 } from '#workers/reference/precision.ts';
import { predict } from '#workers/reference/predict.ts';
import { passes } from '#workers/reference/step.ts';
import { sameBytes } from '../unit/network/closeness.ts';
import { examples, startingParameters } from '../unit/network/examples.ts';
import { openHosts } from '../unit/network/host.ts';
import { dropoutSettings, dropoutSpec, train } from '../unit/network/train.ts';

const backends = await openHosts();
const rules: EnsembleSpec['masks'][] = [
  { kind: 'fresh', seed: 1 },
  { kind: 'member', seed: 1 },
  { kind: 'choice', seed: 1, masks: 4 },
  { kind: 'subnetworks', seed: 1, first: 0 },
];

async function trained(
  ensemble: (spec: EnsembleSpec) => ReturnType<(typeof backends)[number]['ensemble']>,
  masks: EnsembleSpec['masks'],
  optimizer: 'sgd' | 'adam',
  settings: StepSettings,
) {
  const network = ensemble({ ...dropoutSpec(optimizer), masks });
  network.write({ parameters: startingParameters(network.spec) });
  train(network, 0, 6, settings);
  return network;
}

describe('dropout with p = 0', () => {
  const zero = { ...dropoutSettings, p: [0, 0, 0] };

  it('trains bit by bit like no dropout, whatever the rule', async () => {
    for (const { environment, ensemble } of backends) {
      for (const optimizer of ['sgd', 'adam'] as const) {
        const plain = await trained(ensemble, { kind: 'none' }, optimizer, dropoutSettings);
        const { parameters } = await plain.read();
        for (const masks of rules) {
          const dropout = await trained(ensemble, masks, optimizer, zero);
          const on = `${environment.backend}, ${optimizer}, ${masks.kind}`;
          expect(sameBytes((await dropout.read()).parameters, parameters), on).toBe(true);
        }
      }
    }
  });

  it('predicts bit by bit like dropout off', async () => {
    const { rows, count } = examples(9, 7, 3);
    for (const { ensemble } of backends) {
      const network = await trained(ensemble, rules[0], 'sgd', dropoutSettings);
      const held = network.hold(rows, count);
      const off = await network.predict(held);
      const zeros = await network.predict(
        held,
        { kind: 'subnetworks', seed: 1, first: 0 },
        [0, 0, 0],
      );
      expect(sameBytes(off, zeros)).toBe(true);
    }
  });

  it('is no dropout in the reference, to the bit', () => {
    const spec = dropoutSpec('sgd', 1);
    const parameters = Float64Array.from(startingParameters(spec));
    const { rows, count } = examples(9, 7, 3);
    const [none, zeros] = [
      noMasks(spec.sizes, count),
      masksOf(rules[0], [0, 0, 0], spec.sizes, 0, 5, count),
    ].map((masks) => predict(spec, parameters, rows, count, masks, float64));
    expect(zeros).toEqual(none);
  });
});

describe('dropout with p = 1', () => {
  const all = { learningRate: 0.05, momentum: 0.9, l2: 0, maxNorm: 0, p: [1, 1, 1] };

  it('gives activations of zero and finite gradients in the reference', () => {
    const spec = dropoutSpec('sgd', 1);
    const batch = examples(5, 7, 3);
    const masks = masksOf(rules[0], all.p, spec.sizes, 0, 0, batch.count);
    const parameters = Float64Array.from(startingParameters(spec));
    const { forward, backward, loss } = passes(spec, parameters, batch, masks, float64);
    for (const h of forward.entering) expect(h.every((x) => x === 0)).toBe(true);
    expect(backward.gradient.every(Number.isFinite)).toBe(true);
    expect(Number.isFinite(loss)).toBe(true);
  });

  it('teaches the engine nothing but the biases of the output, and breaks nothing', async () => {
    for (const { environment, ensemble } of backends) {
      for (const optimizer of ['sgd', 'adam'] as const) {
        for (const masks of rules) {
          const network = await trained(ensemble, masks, optimizer, all);
          const { parameters } = await network.read();
          const start = startingParameters(network.spec);
          const layout = layoutOf(network.spec.sizes, network.spec.members);
          const on = `${environment.backend}, ${optimizer}, ${masks.kind}`;
          expect(parameters.every(Number.isFinite), on).toBe(true);
          expect((await network.losses()).every(Number.isFinite), on).toBe(true);
          for (let member = 0; member < layout.members; member++) {
            layout.layers.forEach((_, layer) => {
              const weights = (w: Float32Array) => weightsOf(w, layout, member, layer);
              const biases = (w: Float32Array) => biasesOf(w, layout, member, layer);
              const output = layer === layout.layers.length - 1;
              expect(sameBytes(weights(parameters), weights(start)), on).toBe(true);
              expect(sameBytes(biases(parameters), biases(start)), on).toBe(!output);
            });
          }
        }
      }
    }
  });

  it('predicts what the output biases say, for every example the same', async () => {
    const { rows, count } = examples(4, 7, 3);
    for (const { ensemble } of backends) {
      const network = await trained(ensemble, rules[0], 'sgd', all);
      const subnetwork = { kind: 'subnetworks', seed: 1, first: 0 } as const;
      const logP = await network.predict(network.hold(rows, count), subnetwork, all.p);
      for (let row = 1; row < count; row++) {
        expect(sameBytes(logP.subarray(row * 3, row * 3 + 3), logP.subarray(0, 3))).toBe(true);
      }
    }
  });
});
