import { describe, expect, it } from 'vitest';
import { activationNames } from '#lib/experiment/experiment.ts';
import type { EnsembleSpec } from '#workers/network/ensemble.ts';
import type { MaskRule } from '#workers/network/masks.ts';
import { masksOf } from '#workers/reference/masks.ts';
import { float32, float64, type Precision } from '#workers/reference/precision.ts';
import { predict } from '#workers/reference/predict.ts';
import { expectFloat32Close, sameBytes } from './closeness.ts';
import { examples, sizesOf, startingParameters } from './examples.ts';
import { openHosts } from './host.ts';

const backends = await openHosts();
const count = 11;
const data = examples(count, 7, 3, 6);
const p = [0.3, 0.5, 0.2, 0.4];

function specOf(hidden: number, members: number, activation: EnsembleSpec['activation'] = 'relu') {
  const sizes = sizesOf(hidden);
  const masks: MaskRule = { kind: 'fresh', seed: 1 };
  return { sizes, members, activation, optimizer: 'sgd', batch: 5, masks } satisfies EnsembleSpec;
}

/** Log-probabilities of all members by the reference, `[members, count, classes]`. */
function reference(
  spec: EnsembleSpec,
  rule: MaskRule,
  precision: Precision,
  { rows, count } = data,
): number[] {
  const parameters = Float64Array.from(startingParameters(spec));
  const size = parameters.length / spec.members;
  return Array.from({ length: spec.members }, (_, member) => {
    const own = parameters.subarray(member * size, (member + 1) * size);
    const masks = masksOf(rule, p, spec.sizes, member, 0, count);
    return [...predict(spec, own, rows, count, masks, precision)];
  }).flat();
}

describe('a prediction', () => {
  const rules: MaskRule[] = [
    { kind: 'none' },
    { kind: 'member', seed: 8 },
    { kind: 'member', seed: 8, first: 2 },
    { kind: 'subnetworks', seed: 8, first: 0 },
    { kind: 'subnetworks', seed: 8, first: 17 },
  ];
  for (const activation of activationNames) {
    for (const hidden of [0, 1, 2, 3]) {
      it(`is that of the reference, dropout off and under each fixed mask: ${hidden} hidden ${activation} layers`, async () => {
        for (const rule of rules) {
          for (const members of [1, 3]) {
            const spec = specOf(hidden, members, activation);
            const exact = reference(spec, rule, float64);
            const single = reference(spec, rule, float32);
            for (const { environment, ensemble } of backends) {
              const network = ensemble(spec);
              network.write({ parameters: startingParameters(spec) });
              const held = network.hold(data.rows, count);
              const got = await network.predict(held, rule, p);
              const on = `${environment.backend}, ${rule.kind}, ${members} members`;
              expectFloat32Close(got, exact, single, on);
              held.release();
              network.dispose();
            }
          }
        }
      });
    }
  }

  it('is that of the reference for a thousand examples and wide layers', async () => {
    const sizes = [53, 67, 35, 10];
    const rows = examples(1001, 53, 10);
    const spec = { ...specOf(2, 2), sizes };
    for (const rule of rules) {
      const exact = reference(spec, rule, float64, rows);
      const single = reference(spec, rule, float32, rows);
      for (const { environment, ensemble } of backends) {
        const network = ensemble(spec);
        network.write({ parameters: startingParameters(spec) });
        const got = await network.predict(network.hold(rows.rows, rows.count), rule, p);
        expectFloat32Close(got, exact, single, `${environment.backend}, ${rule.kind}`);
      }
    }
  });

  it('follows the weights as they learn, on inputs held since before', async () => {
    const spec = specOf(2, 3);
    const settings = { learningRate: 0.5, momentum: 0, l2: 0, maxNorm: 0, p };
    for (const { ensemble } of backends) {
      const network = ensemble(spec);
      network.write({ parameters: startingParameters(spec) });
      const held = network.hold(data.rows, count);
      const before = await network.predict(held);
      network.step(examples(5, 7, 3), 0, settings);
      const after = await network.predict(held);
      expect(sameBytes(before, after)).toBe(false);

      const fresh = ensemble(spec);
      fresh.write(await network.read());
      expect(sameBytes(await fresh.predict(fresh.hold(data.rows, count)), after)).toBe(true);
    }
  });

  it('changes nothing: weights, moments and the steps after it are the same without it', async () => {
    const spec = specOf(2, 2);
    const settings = { learningRate: 0.1, momentum: 0.9, l2: 0, maxNorm: 0, p };
    for (const { ensemble } of backends) {
      const [asked, left] = [ensemble(spec), ensemble(spec)];
      for (const network of [asked, left]) network.write({ parameters: startingParameters(spec) });
      const held = asked.hold(data.rows, count);
      for (let step = 0; step < 3; step++) {
        for (const network of [asked, left]) network.step(examples(5, 7, 3), step, settings);
        await asked.predict(held, { kind: 'subnetworks', seed: 1, first: 0 }, p);
      }
      const [a, b] = [await asked.read(), await left.read()];
      expect(sameBytes(a.parameters, b.parameters)).toBe(true);
      expect(sameBytes(a.moments[0], b.moments[0])).toBe(true);
    }
  });
});
