import type { ActivationName } from '#lib/experiment/experiment.ts';
import { openBackend } from '#workers/backend.ts';
import { initialParameters } from '#workers/network/initialisations.ts';
import type { EnsembleSpec } from '#workers/network/ensemble.ts';
import { layoutOf } from '#workers/network/layout.ts';
import type { MaskRule } from '#workers/network/masks.ts';
import { generator } from '#lib/random/generator.ts';

/** A network to train on two backends, and the settings of its steps. */
export interface Case {
  sizes: number[];
  members: number;
  batch: number;
  activation: ActivationName;
  optimizer: 'sgd' | 'adam';
  masks: MaskRule;
  p: number[];
  l2: number;
  maxNorm: number;
}

/** Largest differences between the two backends after three steps. */
export interface Difference {
  losses: number;
  parameters: number;
  moments: number;
  off: number;
  masked: number;
  /** A loss, to see that there was something to compare. */
  loss: number;
}

/**
 * Trains each case on WebGL and on CPU for three steps, the last with a smaller batch, and compares
 * losses, weights, moments, predictions with dropout off and under fixed masks.
 */
export async function main(cases: Case[]): Promise<{ bits: number; differences: Difference[] }> {
  const webgl = await openBackend('webgl', 'single', {});
  const cpu = await openBackend('cpu', 'single', {});
  const differences: Difference[] = [];
  for (const one of cases) {
    const [a, b] = [await outcome(one, webgl), await outcome(one, cpu)];
    differences.push({
      losses: largest(a.losses, b.losses),
      parameters: largest(a.state.parameters, b.state.parameters),
      moments: Math.max(...a.state.moments.map((m, i) => largest(m, b.state.moments[i]))),
      off: largest(a.off, b.off),
      masked: largest(a.masked, b.masked),
      loss: b.losses[0],
    });
  }
  return { bits: webgl.environment.floatBits, differences };
}

async function outcome(one: Case, backend: Awaited<ReturnType<typeof openBackend>>) {
  const { sizes, members, batch, activation, optimizer, masks, p, l2, maxNorm } = one;
  const spec: EnsembleSpec = { sizes, members, batch, activation, optimizer, masks };
  const ensemble = backend.ensemble(spec);
  ensemble.write({ parameters: initialParameters(layoutOf(sizes, members), 'he', 0, 1) });
  const random = generator(1);
  const rows = Float32Array.from({ length: batch * sizes[0] }, () => random.normal());
  const labels = Int32Array.from({ length: batch }, () => random.below(sizes[sizes.length - 1]));
  for (let step = 0; step < 3; step++) {
    const count = step === 2 ? Math.max(1, batch - 1) : batch;
    const settings = { learningRate: 0.1, momentum: 0.9, l2, maxNorm, p };
    ensemble.step({ rows, labels, count }, step, settings);
  }
  const held = ensemble.hold(rows, batch);
  const rule: MaskRule =
    masks.kind === 'member' ? masks : { kind: 'subnetworks', seed: 3, first: 2 };
  const result = {
    losses: await ensemble.losses(),
    state: await ensemble.read(),
    off: await ensemble.predict(held),
    masked: await ensemble.predict(held, rule, p),
  };
  held.release();
  ensemble.dispose();
  return result;
}

function largest(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) return Infinity;
  return a.reduce((most, x, i) => Math.max(most, Math.abs(x - b[i])), 0);
}
