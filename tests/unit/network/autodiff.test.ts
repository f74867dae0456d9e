import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import { activationNames } from '#lib/experiment/experiment.ts';
import type { Batch, EnsembleSpec, StepSettings } from '#workers/network/ensemble.ts';
import { biasesOf, layoutOf, weightsOf } from '#workers/network/layout.ts';
import { masksOf, type Masks } from '#workers/reference/masks.ts';
import { memberState } from '#workers/reference/member.ts';
import { float32 } from '#workers/reference/precision.ts';
import { takeStep } from '#workers/reference/step.ts';
import { expectFloat32Close } from './closeness.ts';
import { examples, sizesOf, startingParameters } from './examples.ts';
import { openHosts } from './host.ts';

const backends = await openHosts();
await tf.setBackend('cpu');

const count = 6;
const batch = examples(count, 7, 3);
const members = 2;

/** The gradient of cross-entropy and penalty by tfjs's autodiff, in the order of `layout.ts`. */
function autodiff(
  spec: EnsembleSpec,
  parameters: Float32Array,
  masks: Masks,
  l2: number,
): number[] {
  const { sizes, activation } = spec;
  const layout = layoutOf(sizes, 1);
  const { rows, labels } = batch satisfies Batch;
  const variables = layout.layers.map(({ inputs, outputs }, l) => ({
    w: tf.variable(tf.tensor2d(weightsOf(parameters, layout, 0, l), [outputs, inputs])),
    b: tf.variable(tf.tensor1d(biasesOf(parameters, layout, 0, l))),
  }));
  const { grads } = tf.variableGrads(() => {
    let h: tf.Tensor2D = tf.tensor2d(rows, [count, sizes[0]]);
    variables.forEach(({ w, b }, l) => {
      if (l > 0) h = tf[activation](h);
      h = tf.mul(h, tf.tensor2d(Float32Array.from(masks[l]), [count, sizes[l]]));
      h = tf.add(tf.matMul(h, w, false, true), b);
    });
    const classes = sizes[sizes.length - 1];
    const targets = tf.oneHot(tf.tensor1d(labels, 'int32'), classes);
    const loss = tf.losses.softmaxCrossEntropy(targets, h);
    const squares = tf.addN(variables.map(({ w }) => tf.sum(tf.square(w))));
    return tf.add(loss, tf.mul(squares, l2 / 2)).asScalar();
  });
  return variables.flatMap(({ w, b }) => [
    ...grads[w.name].dataSync(),
    ...grads[b.name].dataSync(),
  ]);
}

describe("a step of SGD without momentum goes along the gradient of tfjs's autodiff", () => {
  for (const activation of activationNames) {
    for (const hidden of [0, 1, 2, 3]) {
      it(`with ${hidden} hidden ${activation} layers, with and without dropout and L2`, async () => {
        for (const masks of [{ kind: 'none' }, { kind: 'fresh', seed: 3 }] as const) {
          for (const l2 of [0, 0.1]) {
            const spec: EnsembleSpec = {
              sizes: sizesOf(hidden),
              members,
              activation,
              optimizer: 'sgd',
              batch: count,
              masks,
            };
            const p = [0.3, 0.5, 0.2, 0.4];
            const settings: StepSettings = { learningRate: 1, momentum: 0, l2, maxNorm: 0, p };
            const before = startingParameters(spec);
            const size = before.length / members;
            for (const { environment, ensemble } of backends) {
              const network = ensemble(spec);
              network.write({ parameters: before });
              network.step(batch, 4, settings);
              const after = (await network.read()).parameters;
              for (let member = 0; member < members; member++) {
                const own = before.subarray(member * size, (member + 1) * size);
                const factors = masksOf(masks, p, spec.sizes, member, 4, count);
                const single = memberState(spec, own);
                takeStep(spec, single, batch, factors, 4, settings, float32);
                expectFloat32Close(
                  own.map((w, i) => w - after[member * size + i]),
                  autodiff(spec, own, factors, l2),
                  single.parameters.map((w, i) => own[i] - w),
                  `${environment.backend}, ${masks.kind}, L2 ${l2}, member ${member}`,
                );
              }
            }
          }
        }
      });
    }
  }

  it('and there is a gradient', () => {
    const spec: EnsembleSpec = {
      sizes: sizesOf(2),
      members: 1,
      activation: 'tanh',
      optimizer: 'sgd',
      batch: count,
      masks: { kind: 'none' },
    };
    const gradient = autodiff(
      spec,
      startingParameters(spec),
      masksOf(spec.masks, [], spec.sizes, 0, 0, count),
      0,
    );
    expect(Math.max(...gradient.map(Math.abs))).toBeGreaterThan(0.01);
  });
});
