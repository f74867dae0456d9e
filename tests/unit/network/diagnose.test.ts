import { describe, expect, it } from 'vitest';
import { activationNames } from '#lib/experiment/experiment.ts';
import type { StepSettings } from '#workers/network/ensemble.ts';
import { layoutOf } from '#workers/network/layout.ts';
import { diagnose } from '#workers/reference/diagnose.ts';
import { masksOf, noMasks } from '#workers/reference/masks.ts';
import { memberState, type MemberSpec } from '#workers/reference/member.ts';
import { float64 } from '#workers/reference/precision.ts';
import { startingParameters } from './examples.ts';
import { openHosts } from './host.ts';
import { dropoutSettings, dropoutSpec, trainingBatch } from './train.ts';

const backends = await openHosts();

/**
 * Networks of one unit a layer (two classes), so that every number can be said beforehand: weights
 * [w1], [w2], [u, −u] and no biases, one example x = 1 of class 0. float32 ends at 3.4e38.
 */
const spec: MemberSpec = { sizes: [1, 1, 1, 2], activation: 'relu', optimizer: 'sgd' };
const settings: StepSettings = { learningRate: 0.1, momentum: 0, l2: 0, maxNorm: 0, p: [0, 0, 0] };
const batch = { rows: Float32Array.of(1), labels: Int32Array.of(0), count: 1 };
const wrong = { ...batch, labels: Int32Array.of(1) };
const open = noMasks(spec.sizes, 1);

function network(w1: number, w2: number, u: number) {
  const { layers, perMember } = layoutOf(spec.sizes, 1);
  const parameters = new Float64Array(perMember);
  parameters[layers[0].weights] = w1;
  parameters[layers[1].weights] = w2;
  parameters.set([u, -u], layers[2].weights);
  return memberState(spec, parameters);
}

describe('a diagnosis', () => {
  it('finds nothing in a healthy step', () => {
    expect(diagnose(spec, network(1, 1, 1), batch, open, 0, settings)).toBeNull();
  });

  it('names weights that were broken before the step', () => {
    const state = network(1, 1, 1);
    state.parameters[layoutOf(spec.sizes, 1).layers[1].biases] = Number.NaN;
    const finding = diagnose(spec, state, batch, open, 0, settings);
    expect(finding).toEqual({ layer: 2, operation: 'weights', value: 'NaN' });
  });

  it('names the layer whose pre-activation overflows, with its sign', () => {
    const up = diagnose(spec, network(1e20, 1e20, 1), batch, open, 0, settings);
    expect(up).toEqual({ layer: 2, operation: 'pre-activation', value: 'Infinity' });
    const down = diagnose(spec, network(1e20, -1e20, 1), batch, open, 0, settings);
    expect(down).toEqual({ layer: 2, operation: 'pre-activation', value: '-Infinity' });
  });

  it('names the output layer where the logits overflow', () => {
    const finding = diagnose(spec, network(1e20, 1, 1e20), batch, open, 0, settings);
    expect(finding).toEqual({ layer: 3, operation: 'pre-activation', value: 'Infinity' });
  });

  it('names an activation that overflows by the factor of its mask', () => {
    const kept = [open[0], open[1], Float64Array.of(1000)];
    const finding = diagnose(spec, network(1e18, 1e18, 1), batch, kept, 0, settings);
    expect(finding).toEqual({ layer: 2, operation: 'activation', value: 'Infinity' });
  });

  it('names the loss where two logits lie further apart than float32 reaches', () => {
    const finding = diagnose(spec, network(1, 1, -3e38), batch, open, 0, settings);
    expect(finding).toEqual({ layer: 3, operation: 'loss', value: 'Infinity' });
  });

  it('names the layer whose gradient overflows on the way down', () => {
    // The example is wrong for certain: δ₃ = (1, −1), δ₂ = 2u = 2e20, and δ₁ = δ₂·w2 is too large.
    const state = network(0, 1e20, 1e20);
    state.parameters[layoutOf(spec.sizes, 1).layers[0].biases] = 1e-30;
    const finding = diagnose(spec, state, wrong, open, 0, settings);
    expect(finding).toEqual({ layer: 1, operation: 'gradient', value: 'Infinity' });
  });

  it('names the uppermost of the layers whose gradient overflows: the first on the way down', () => {
    const state = network(0, 1, 3e38);
    state.parameters[layoutOf(spec.sizes, 1).layers[0].biases] = 1e-30;
    const finding = diagnose(spec, state, wrong, open, 0, settings);
    expect(finding).toEqual({ layer: 2, operation: 'gradient', value: 'Infinity' });
  });

  it('names the weights that an update throws out of range', () => {
    // h₂ = 1e38, and with it the gradient of u; ten times that is too far.
    const far = { ...settings, learningRate: 10 };
    const finding = diagnose(spec, network(1e19, 1e19, 1), wrong, open, 0, far);
    expect(finding).toEqual({ layer: 3, operation: 'weights', value: '-Infinity' });
  });

  it('takes momentum into account', () => {
    const state = network(1, 1, 1);
    state.moments[0][layoutOf(spec.sizes, 1).layers[1].weights] = -3e38;
    const finding = diagnose(spec, state, batch, open, 0, {
      ...settings,
      momentum: 0.9,
      learningRate: 10,
    });
    expect(finding).toEqual({ layer: 2, operation: 'weights', value: 'Infinity' });
  });

  it('does not find what float64 holds when asked for float64', () => {
    expect(diagnose(spec, network(1e20, 1e20, 1), batch, open, 0, settings, float64)).toBeNull();
  });

  it('follows the masks of training: behind a dropped unit nothing overflows', () => {
    const masks = masksOf({ kind: 'fresh', seed: 1 }, [0, 1, 0], spec.sizes, 0, 0, 1);
    expect(diagnose(spec, network(1e20, 1e20, 1), batch, masks, 0, settings)).toBeNull();
  });

  it('leaves the state as it was', () => {
    const state = network(1, 2, 3);
    const before = memberState(spec, state.parameters, state.moments);
    diagnose(spec, state, batch, open, 0, { ...settings, momentum: 0.9 });
    expect(state).toEqual(before);
  });
});

describe('a diagnosis of a run that diverges', () => {
  for (const activation of activationNames) {
    for (const optimizer of ['sgd', 'adam'] as const) {
      it(`finds the step that the engine finds: ${activation}, ${optimizer}`, async () => {
        for (const { environment, ensemble } of backends) {
          const network = ensemble({ ...dropoutSpec(optimizer, 1), activation });
          network.write({ parameters: startingParameters(network.spec) });
          // Ten healthy steps, then a learning rate at the end of float32.
          const settings = (step: number) => ({
            ...dropoutSettings,
            maxNorm: 0,
            learningRate: step < 10 ? 0.05 : 3e38,
          });
          let step = 0;
          for (let healthy = true; healthy; step++) {
            const { parameters, moments } = await network.read();
            const batch = trainingBatch(network.spec, step);
            const { sizes, masks } = network.spec;
            const factors = masksOf(masks, settings(step).p, sizes, 0, step, batch.count);
            const before = memberState(network.spec, parameters, moments);
            const finding = diagnose(network.spec, before, batch, factors, step, settings(step));
            network.step(batch, step, settings(step));
            const after = await network.read();
            const numbers = [...after.parameters, ...(await network.losses())];
            healthy = numbers.every(Number.isFinite);
            expect(finding === null, `${environment.backend}, step ${step}`).toBe(healthy);
          }
          expect(step).toBeGreaterThan(10);
        }
      });
    }
  }
});
