import { describe, expect, test } from 'vitest';
import { buildDataSet } from '#lib/data/build.ts';
import { preset } from '#lib/experiment/presets.ts';
import { arithmeticMean } from '#workers/averaging/estimators/arithmetic-mean.ts';
import { average } from '#workers/averaging/average.ts';
import { drawSubnetwork } from '#workers/averaging/draws.ts';
import { predictionOf } from '#workers/averaging/estimators/estimator.ts';
import { geometricMean } from '#workers/averaging/estimators/geometric-mean.ts';
import { bandOf, groupsOf } from '#workers/averaging/groups.ts';
import { thinnedNetwork } from '#workers/averaging/thinned.ts';
import { openBackend } from '#workers/backend.ts';
import type { AveragerJob } from '#lib/protocol/protocol.ts';
import { sessionOf } from '#workers/training/session.ts';
import { nodeFactory } from '#lib/crew/hire/node-factory.ts';

const backend = await openBackend('wasm', 'single', nodeFactory().wasmPaths);
const memory = await backend.memory();

async function jobOf(p: number[], draws: number): Promise<AveragerJob> {
  const experiment = preset('noisy-digits');
  experiment.data = { ...experiment.data, train: 100, test: 80 };
  experiment.network.hidden = p.slice(1).map(() => 12);
  experiment.dropout = { input: p[0], hidden: p.slice(1) };
  experiment.training.epochs = 3;
  experiment.averaging = { draws, examples: 80 };
  const outcome = await buildDataSet(experiment.data, 1, []);
  if (!outcome.ok) throw new Error(outcome.problem.kind);
  const { data } = outcome;
  const session = sessionOf({ experiment, variant: 'dropout', data }, backend);
  await session.train(Number.MAX_SAFE_INTEGER, () => {});
  const checkpoint = await session.checkpoint();
  session.dispose();
  const { inputs, test: tested, train } = data;
  return { experiment, checkpoint, inputs, classes: 10, test: tested, train, wasmPaths: {} };
}

describe('a thinned network', () => {
  test.each([[[0, 0.5, 0.5]], [[0.3, 0.5, 0.2]], [[0.5]], [[0, 0.9, 0.9]], [[1, 1]], [[0, 1, 0]]])(
    'predicts at p = %j what the whole network predicts under the same mask',
    async (p) => {
      const { checkpoint, inputs, test: tested } = await jobOf(p, 10);
      const sizes = [inputs, ...p.slice(1).map(() => 12), 10];
      const thinned = thinnedNetwork(
        { sizes, activation: 'relu' },
        checkpoint.parameters,
        tested.rows,
        80,
        memory,
      );
      const whole = backend.ensemble({
        sizes,
        members: 1,
        activation: 'relu',
        optimizer: 'sgd',
        batch: 1,
        masks: { kind: 'none' },
      });
      whole.write(checkpoint);
      const held = whole.hold(tested.rows, 80);
      for (let first = 0; first < 20; first++) {
        const a = thinned.predict(drawSubnetwork(sizes, p, 7, first));
        const b = await whole.predict(held, { kind: 'subnetworks', seed: 7, first }, p);
        // Sums of at most 196 float32 products of size about one, in another order: √196 · 2⁻²⁴ each.
        a.forEach((x, i) => expect(Math.abs(x - b[i])).toBeLessThan(2e-5));
      }
      held.release();
      thinned.release();
    },
  );
});

describe('the means', () => {
  const logs = [
    [0.5, 0.5],
    [0.9, 0.1],
  ].map((ps) => predictionOf(Float32Array.from(ps, Math.log)));

  test('the arithmetic mean adds probabilities', () => {
    const mean = arithmeticMean(2);
    logs.forEach(mean.add);
    const out = new Float64Array(2);
    mean.result(out);
    expect(Math.exp(out[0])).toBeCloseTo(0.7, 6);
    expect(Math.exp(out[1])).toBeCloseTo(0.3, 6);
  });

  test('the geometric mean multiplies them and is normalised', () => {
    const mean = geometricMean(2, 2);
    logs.forEach(mean.add);
    const out = new Float64Array(2);
    mean.result(out);
    // √(.5 · .9) : √(.5 · .1) = 3 : 1
    expect(Math.exp(out[0])).toBeCloseTo(0.75, 6);
    expect(Math.exp(out[1])).toBeCloseTo(0.25, 6);
  });
});

describe('groups', () => {
  test('are disjoint: ten draws make three groups of three and never use one twice', () => {
    let added = 0;
    let finished = 0;
    const groups = groupsOf(
      3,
      {
        add: () => added++,
        result: (out) => void out.set([Math.log(0.6), Math.log(0.4)]),
        clear: () => finished++,
      },
      Int32Array.of(0),
      2,
    );
    const prediction = predictionOf(new Float32Array(2));
    for (let draw = 0; draw < 10; draw++) groups.add(prediction);
    expect([added, finished, groups.scores.length]).toEqual([10, 3, 3]);
    expect(groups.scores[0].loss).toBeCloseTo(-Math.log(0.6), 12);
  });

  test('have no band before one is finished, and their whole range while they are few', () => {
    const finished = (errors: number[]) => ({
      scores: errors.map((error) => ({ error, loss: error })),
    });
    const { mean, low, high } = bandOf([finished([]), finished([0.3, 0.1, 0.2])], 'error');
    expect(mean[0]).toBeNaN();
    expect([mean[1], low[1], high[1]]).toEqual([expect.closeTo(0.2, 12), 0.1, 0.3]);
  });
});

describe('averaging', () => {
  test('draws the same subnetworks every time, and reports a curve that grows', async () => {
    const job = await jobOf([0, 0.5, 0.5], 100);
    const once = () =>
      average(
        job,
        memory,
        'wasm',
        () => {},
        () => false,
      );
    const [a, b] = [await once(), await once()];
    expect(b.curve).toEqual(a.curve);
    expect(a.curve.drawn).toBe(100);
    expect(Array.from(a.curve.k)).toEqual([1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100]);
    expect(Array.from(a.curve.groups)).toEqual([100, 50, 33, 20, 14, 10, 6, 5, 3, 2, 1, 1]);
    expect(a.evaluations.map(({ estimator, k }) => `${estimator} ${k}`)).toEqual([
      'one-subnetwork 1',
      'arithmetic-mean 10',
      'arithmetic-mean 100',
      'geometric-mean 10',
      'geometric-mean 100',
    ]);
    expect(a.evaluations.every(({ testWrong }) => testWrong.length === 80)).toBe(true);
    expect(a.evaluations.every(({ trainError }) => trainError >= 0)).toBe(true);
  });

  test('the mean of more subnetworks has a lower NLL on average (Jensen)', async () => {
    const { curve } = await average(
      await jobOf([0, 0.5, 0.5], 100),
      memory,
      'wasm',
      () => {},
      () => false,
    );
    const { mean } = curve.arithmetic.loss;
    // k = 1 and k = 100 use the same hundred draws, so that this is Jensen's inequality itself.
    expect(mean[curve.k.indexOf(100)]).toBeLessThan(mean[0]);
  });

  test('without dropout every subnetwork is the network with dropout off', async () => {
    const { curve } = await average(
      await jobOf([0, 0, 0], 10),
      memory,
      'wasm',
      () => {},
      () => false,
    );
    for (const band of [curve.arithmetic, curve.geometric]) {
      band.error.mean.forEach((error) => expect(error).toBeCloseTo(curve.off.error, 12));
      // One float32 rounding of a log-probability below 4 in size, and one of its exponential.
      band.loss.mean.forEach((loss) => expect(loss).toBeCloseTo(curve.off.loss, 6));
    }
  });

  test('stops when asked, with what it has', async () => {
    const job = await jobOf([0, 0.5, 0.5], 20_000);
    let news = 0;
    const { curve } = await average(
      job,
      memory,
      'wasm',
      () => news++,
      () => news > 0,
    );
    expect(curve.drawn).toBeLessThan(20_000);
    expect(curve.drawn).toBeGreaterThan(0);
  });
});
