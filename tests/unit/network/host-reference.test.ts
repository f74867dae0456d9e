import { describe, expect, it } from 'vitest';
import { activationNames } from '#lib/experiment/experiment.ts';
import type { Batch, EnsembleSpec, StepSettings } from '#workers/network/ensemble.ts';
import type { MaskRule } from '#workers/network/masks.ts';
import { masksOf } from '#workers/reference/masks.ts';
import { memberState } from '#workers/reference/member.ts';
import { float32, float64, type Precision } from '#workers/reference/precision.ts';
import { takeStep } from '#workers/reference/step.ts';
import { expectFloat32Close } from './closeness.ts';
import { batchAt, examples, sizesOf, startingParameters } from './examples.ts';
import { openHosts } from './host.ts';

const backends = await openHosts();

const optimizers = ['sgd', 'adam'] as const;
const rules: MaskRule[] = [
  { kind: 'none' },
  { kind: 'fresh', seed: 11 },
  { kind: 'member', seed: 12, first: 2 },
  { kind: 'choice', seed: 13, masks: 4 },
  { kind: 'subnetworks', seed: 14, first: 5 },
];
const penalties = [
  { name: 'no penalty', l2: 0, maxNorm: 0 },
  { name: 'L2', l2: 0.05, maxNorm: 0 },
  // Rows of He weights have norms around √2, so that this bound takes hold.
  { name: 'max-norm', l2: 0, maxNorm: 0.9 },
];

const steps = 6;

/** A run of an ensemble: its examples, and the settings of each step. */
interface Run {
  spec: EnsembleSpec;
  data: Batch;
  settings(step: number): StepSettings;
  what: string;
}

const small = examples(13, 7, 3);

/** Every small network that a rule, an activation and an optimiser leave open. */
function* runs(
  activation: EnsembleSpec['activation'],
  optimizer: 'sgd' | 'adam',
  masks: MaskRule,
): Generator<Run> {
  for (const hidden of [0, 1, 2, 3]) {
    for (const members of [1, 3]) {
      for (const input of [0, 0.3]) {
        for (const { name, l2, maxNorm } of penalties) {
          const spec = { sizes: sizesOf(hidden), members, activation, optimizer, batch: 5, masks };
          const p = [input, ...[0.5, 0.2, 0].slice(0, hidden)];
          const learningRate = optimizer === 'adam' ? 0.01 : 0.1;
          const settings = { learningRate, momentum: 0.9, l2, maxNorm, p };
          const what = `${hidden} hidden layers, ${members} members, input dropout ${input}, ${name}`;
          yield { spec, data: small, settings: () => settings, what };
        }
      }
    }
  }
}

/** Parameters, moments and last losses of all members, trained by the reference. */
function reference({ spec, data, settings }: Run, precision: Precision) {
  const start = startingParameters(spec);
  const size = start.length / spec.members;
  const members = Array.from({ length: spec.members }, (_, member) => {
    const state = memberState(spec, start.subarray(member * size, (member + 1) * size));
    let loss = Number.NaN;
    for (let step = 0; step < steps; step++) {
      const batch = batchAt(data, spec.batch, spec.sizes[0], step);
      const masks = masksOf(spec.masks, settings(step).p, spec.sizes, member, step, batch.count);
      loss = takeStep(spec, state, batch, masks, step, settings(step), precision);
    }
    return { ...state, loss };
  });
  return {
    // A loss is one number, whose rounding error is small by luck at times: it stands with the rest.
    numbers: [...members.flatMap((m) => [...m.parameters]), ...members.map((m) => m.loss)],
    moments: members[0].moments.map((_, i) => members.flatMap((m) => [...m.moments[i]])),
  };
}

/** Trains on every backend, and holds parameters, losses and moments to the reference's. */
async function expectTrainsLikeReference(run: Run): Promise<void> {
  const { spec, data, settings, what } = run;
  const exact = reference(run, float64);
  const single = reference(run, float32);
  for (const { environment, ensemble } of backends) {
    const network = ensemble(spec);
    network.write({ parameters: startingParameters(spec) });
    for (let step = 0; step < steps; step++) {
      network.step(batchAt(data, spec.batch, spec.sizes[0], step), step, settings(step));
    }
    const { parameters, moments } = await network.read();
    const on = `${environment.backend}, ${what}`;
    const numbers = [...parameters, ...(await network.losses())];
    expectFloat32Close(numbers, exact.numbers, single.numbers, on);
    expect(moments.length, on).toBe(exact.moments.length);
    moments.forEach((moment, i) =>
      expectFloat32Close(moment, exact.moments[i], single.moments[i], `moments, ${on}`),
    );
    network.dispose();
  }
}

describe('six steps, two of them on a smaller batch, are those of the reference', () => {
  for (const activation of activationNames) {
    for (const optimizer of optimizers) {
      for (const masks of rules) {
        it(`with ${activation}, ${optimizer} and masks of rule ${masks.kind}`, async () => {
          for (const run of runs(activation, optimizer, masks)) {
            await expectTrainsLikeReference(run);
          }
        });
      }
    }
  }

  it('with layers and batches that are wider than any block of a loop, and not a multiple of one', async () => {
    // Transposes go by 16, tfjs's products on the CPU by 48, XNNPACK's by 8.
    const sizes = [53, 67, 35, 10];
    for (const input of [0, 0.2]) {
      for (const optimizer of optimizers) {
        const masks = { kind: 'fresh', seed: 15 } as const;
        const spec: EnsembleSpec = {
          sizes,
          members: 2,
          activation: 'tanh',
          optimizer,
          batch: 61,
          masks,
        };
        const p = [input, 0.5, 0.3];
        const settings = { learningRate: 0.01, momentum: 0.9, l2: 0.01, maxNorm: 1.2, p };
        const what = `${optimizer}, input dropout ${input}`;
        const data = examples(150, sizes[0], 10);
        await expectTrainsLikeReference({ spec, data, settings: () => settings, what });
      }
    }
  });

  it('with a learning rate and drop probabilities that change on the way, to 0 and 1 too', async () => {
    const p = [
      [0.2, 0.5],
      [0, 0.5],
      [0.2, 0],
      [0, 1],
      [1, 0.1],
      [0.1, 0.9],
    ];
    for (const masks of rules) {
      for (const members of [1, 3]) {
        const spec: EnsembleSpec = {
          sizes: sizesOf(1),
          members,
          activation: 'relu',
          optimizer: 'sgd',
          batch: 5,
          masks,
        };
        const settings = (step: number) => ({
          learningRate: 0.2 / (step + 1),
          momentum: 0.5,
          l2: 0.01,
          maxNorm: 0,
          p: p[step],
        });
        const what = `${masks.kind}, ${members} members`;
        await expectTrainsLikeReference({ spec, data: small, settings, what });
      }
    }
  });
});
