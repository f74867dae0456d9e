import { describe, expect, it } from 'vitest';
import type { EnsembleSpec } from '#workers/network/ensemble.ts';
import { layoutOf } from '#workers/network/layout.ts';
import type { MaskRule } from '#workers/network/masks.ts';
import { masksOf } from '#workers/reference/masks.ts';
import { memberState } from '#workers/reference/member.ts';
import { float64 } from '#workers/reference/precision.ts';
import { takeStep } from '#workers/reference/step.ts';
import { batchAt, examples } from '../unit/network/examples.ts';
import { openHosts } from '../unit/network/host.ts';

const backends = await openHosts();
const steps = 200;
const data = examples(40, 5, 3);
const settings = { learningRate: 0.1, momentum: 0, l2: 0, maxNorm: 0, p: [0, 0.5, 0.5] };

function specOf(masks: MaskRule): EnsembleSpec {
  const sizes = [5, 6, 4, 3];
  return { sizes, members: 1, activation: 'tanh', optimizer: 'sgd', batch: 10, masks };
}

/** Largest difference of two units of a hidden layer in bias and incoming weights. */
function asymmetry(parameters: ArrayLike<number>, sizes: readonly number[]): number {
  let largest = 0;
  for (const { inputs, outputs, weights, biases } of layoutOf(sizes, 1).layers.slice(0, -1)) {
    for (let o = 1; o < outputs; o++) {
      for (let i = 0; i < inputs; i++) {
        const difference = parameters[weights + o * inputs + i] - parameters[weights + i];
        largest = Math.max(largest, Math.abs(difference));
      }
      largest = Math.max(largest, Math.abs(parameters[biases + o] - parameters[biases]));
    }
  }
  return largest;
}

function byReference(spec: EnsembleSpec): Float64Array {
  const start = new Float64Array(layoutOf(spec.sizes, 1).total).fill(0.1);
  const state = memberState(spec, start);
  for (let step = 0; step < steps; step++) {
    const batch = batchAt(data, spec.batch, 5, step);
    const masks = masksOf(spec.masks, settings.p, spec.sizes, 0, step, batch.count);
    takeStep(spec, state, batch, masks, step, settings, float64);
  }
  expect(state.parameters[0]).not.toBe(start[0]);
  return state.parameters;
}

async function byEngine(backend: (typeof backends)[number], spec: EnsembleSpec) {
  const network = backend.ensemble(spec);
  network.write({ parameters: new Float32Array(layoutOf(spec.sizes, 1).total).fill(0.1) });
  for (let step = 0; step < steps; step++) {
    network.step(batchAt(data, spec.batch, 5, step), step, settings);
  }
  const { parameters } = await network.read();
  expect(parameters[0]).not.toBe(Math.fround(0.1));
  return parameters;
}

describe('from constant initial weights, after 200 steps of SGD, the units of a hidden layer', () => {
  it('are still identical without dropout: gradient descent alone breaks no symmetry', async () => {
    const spec = specOf({ kind: 'none' });
    expect(asymmetry(byReference(spec), spec.sizes)).toBe(0);
    for (const backend of backends) {
      expect(asymmetry(await byEngine(backend, spec), spec.sizes)).toBe(0);
    }
  });

  it('differ with dropout: it breaks the symmetry', async () => {
    const spec = specOf({ kind: 'fresh', seed: 1 });
    expect(asymmetry(byReference(spec), spec.sizes)).toBeGreaterThan(0.01);
    for (const backend of backends) {
      expect(asymmetry(await byEngine(backend, spec), spec.sizes)).toBeGreaterThan(0.01);
    }
  });
});
