import { describe, expect, test } from 'vitest';
import { buildDataSet } from '#lib/data/build.ts';
import type { Experiment, VariantName } from '#lib/experiment/experiment.ts';
import { variantNames } from '#lib/experiment/experiment.ts';
import { preset } from '#lib/experiment/presets.ts';
import { openBackend } from '#workers/backend.ts';
import { pointColumns, type Checkpoint, type Progress } from '#lib/protocol/protocol.ts';
import { sessionOf, type Session } from '#workers/training/session.ts';
import { nodeFactory } from '#lib/crew/hire/node-factory.ts';

const backend = await openBackend('wasm', 'single', nodeFactory().wasmPaths);

/** A copy of the default experiment that takes a moment: 3 hidden units would learn nothing, 24 do. */
function small(): Experiment {
  const experiment = preset('noisy-digits');
  experiment.data = { ...experiment.data, train: 120, test: 60 };
  experiment.network.hidden = [24, 24];
  experiment.training.epochs = 4;
  experiment.training.batch = 25;
  experiment.members = 3;
  return experiment;
}

async function dataOf(experiment: Experiment) {
  const outcome = await buildDataSet(experiment.data, experiment.seeds.data, []);
  if (!outcome.ok) throw new Error(outcome.problem.kind);
  return outcome.data;
}

async function sessionFor(
  experiment: Experiment,
  variant: VariantName,
  checkpoint?: Checkpoint,
): Promise<Session> {
  return sessionOf({ experiment, variant, data: await dataOf(experiment), checkpoint }, backend);
}

/** Trains to the end; gives the weights, the points and the news. */
async function run(experiment: Experiment, variant: VariantName) {
  const session = await sessionFor(experiment, variant);
  const news: Progress[] = [];
  const outcome = await session.train(Number.MAX_SAFE_INTEGER, (progress) => news.push(progress));
  const result = {
    outcome,
    news,
    checkpoint: await session.checkpoint(),
    evaluations: await session.evaluate(),
    points: news.flatMap(({ points }) => Array.from(points)),
  };
  session.dispose();
  return result;
}

function column(points: number[], name: (typeof pointColumns)[number]): number[] {
  const at = pointColumns.indexOf(name);
  return points.filter((_, i) => i % pointColumns.length === at);
}

describe('a session', () => {
  test.each(variantNames)('trains %s, and its loss on the training rows falls', async (variant) => {
    const { outcome, points, checkpoint } = await run(small(), variant);
    // 120 rows in batches of 25: five steps an epoch, the last of 20 rows.
    expect(outcome).toEqual({ stop: 'reached', step: 20 });
    expect(checkpoint.step).toBe(20);
    const steps = column(points, 'step');
    expect(steps[0]).toBe(0);
    expect(steps.at(-1)).toBe(20);
    const losses = column(points, 'trainLoss');
    expect(losses.at(-1)).toBeLessThan(losses[0]);
  });

  test('gives the same weights and points whenever it is run', async () => {
    const [a, b] = [await run(small(), 'dropout'), await run(small(), 'dropout')];
    expect(b.checkpoint.parameters).toEqual(a.checkpoint.parameters);
    expect(b.points).toEqual(a.points);
  });

  test('without live curves ends at the same weights and measures no points', async () => {
    const whole = await run(small(), 'dropout');
    const job = { experiment: small(), variant: 'dropout' as const, data: await dataOf(small()) };
    const session = sessionOf({ ...job, live: false }, backend);
    const points: number[] = [];
    await session.train(Number.MAX_SAFE_INTEGER, (news) => points.push(...news.points));
    expect(points).toEqual([]);
    expect(await session.checkpoint()).toEqual(whole.checkpoint);
    expect(await session.evaluate()).toEqual(whole.evaluations);
    session.dispose();
  });

  test('paused at every step and resumed, ends at the same weights', async () => {
    const whole = await run(small(), 'dropout');
    const session = await sessionFor(small(), 'dropout');
    for (let step = 1; step <= 20; step++) await session.train(step, () => {});
    expect((await session.checkpoint()).parameters).toEqual(whole.checkpoint.parameters);
    session.dispose();
  });

  test.each(['sgd', 'adam'] as const)(
    'goes on from a checkpoint with %s as if it had never stopped',
    async (optimizer) => {
      const experiment = small();
      experiment.training.optimizer = optimizer;
      experiment.training.learningRate = 0.01;
      const whole = await run(experiment, 'shared-subnetworks');
      const first = await sessionFor(experiment, 'shared-subnetworks');
      await first.train(7, () => {});
      const second = await sessionFor(experiment, 'shared-subnetworks', await first.checkpoint());
      first.dispose();
      await second.train(Number.MAX_SAFE_INTEGER, () => {});
      expect((await second.checkpoint()).parameters).toEqual(whole.checkpoint.parameters);
      second.dispose();
    },
  );

  test('pause ends training early, and checkpoints may be taken while it trains', async () => {
    const experiment = small();
    experiment.training.epochs = 1000;
    const session = await sessionFor(experiment, 'single');
    const training = session.train(Number.MAX_SAFE_INTEGER, () => {});
    const checkpoint = await session.checkpoint();
    session.pause();
    const { stop, step } = await training;
    expect(stop).toBe('paused');
    expect(step).toBeLessThan(5000);
    expect(checkpoint.step).toBeLessThanOrEqual(step);
    session.dispose();
  });

  test('a change takes effect at its step, and replays when it is part of the experiment', async () => {
    const change = { step: 9, path: 'training.learningRate', value: 0.001 };
    const live = await sessionFor(small(), 'dropout');
    await live.train(9, () => {});
    live.setChanges([change]);
    await live.train(20, () => {});
    const replayed = await run({ ...small(), changes: [change] }, 'dropout');
    const unchanged = await run(small(), 'dropout');
    const { parameters } = await live.checkpoint();
    expect(parameters).toEqual(replayed.checkpoint.parameters);
    expect(parameters).not.toEqual(unchanged.checkpoint.parameters);
    live.dispose();
  });

  test('scores every test and training example, with the estimators of the variant', async () => {
    const { evaluations } = await run(small(), 'shared-subnetworks');
    expect(evaluations.map(({ estimator, k }) => [estimator, k])).toEqual([
      ['members-mean', 3],
      ['off', 1],
    ]);
    for (const { testWrong, testLoss, trainError } of evaluations) {
      expect(testWrong).toHaveLength(60);
      expect(testLoss.every((loss) => loss > 0 && Number.isFinite(loss))).toBe(true);
      expect(trainError).toBeGreaterThanOrEqual(0);
    }
  });

  test('tells rows with a wrong label apart', async () => {
    const { points } = await run(small(), 'single');
    const all = column(points, 'trainError').at(-1)!;
    const wrong = column(points, 'wrongRowsError').at(-1)!;
    const right = column(points, 'rightRowsError').at(-1)!;
    const { train } = await dataOf(small());
    const share = train.labels.filter((label, row) => label !== train.trueLabels[row]).length / 120;
    expect(all).toBeCloseTo(share * wrong + (1 - share) * right, 12);
  });
});

describe('the seeds', () => {
  const seeds = ['data', 'weights', 'masks', 'order'] as const;

  test.each(seeds)('changing only %s changes what is trained', async (seed) => {
    const base = await run(small(), 'dropout');
    const changed = small();
    changed.seeds[seed] += 1;
    const other = await run(changed, 'dropout');
    expect(other.checkpoint.parameters).not.toEqual(base.checkpoint.parameters);
  });

  test('changing masks leaves data, order and initial weights as they were', async () => {
    const changed = small();
    changed.seeds.masks += 1;
    // Without masks in play, nothing that remains may notice.
    const [a, b] = [await run(small(), 'full-ensemble'), await run(changed, 'full-ensemble')];
    expect(b.checkpoint.parameters).toEqual(a.checkpoint.parameters);
  });
});

describe('numbers that are not finite', () => {
  test('stop the members that made them, and name step, layer and operation', async () => {
    const experiment = small();
    // Each step multiplies the weights by about 1 − 10 · 10: 3e38 is passed within 20 steps.
    experiment.training.learningRate = 10;
    experiment.training.l2 = 10;
    experiment.training.momentum = 0;
    experiment.training.epochs = 12;
    const { outcome, checkpoint, news } = await run(experiment, 'full-ensemble');
    expect(outcome.stop).toBe('diverged');
    expect(checkpoint.stopped.map(({ member }) => member).sort()).toEqual([0, 1, 2]);
    for (const { step, layer, operation, value } of checkpoint.stopped) {
      expect(step).toBeGreaterThanOrEqual(0);
      expect([1, 2, 3]).toContain(layer);
      expect(['pre-activation', 'activation', 'loss', 'gradient', 'weights']).toContain(operation);
      expect(['NaN', 'Infinity', '-Infinity']).toContain(value);
    }
    expect(news.flatMap(({ divergences }) => divergences)).toEqual(checkpoint.stopped);
  });

  test('leave the other members as they would have been', async () => {
    const experiment = small();
    const data = await dataOf(experiment);
    const healthy = sessionOf({ experiment, variant: 'full-ensemble', data }, backend);
    const start = await healthy.checkpoint();
    const sick = { ...start, parameters: start.parameters.slice() };
    // Member 1 begins with a weight that overflows in its first product.
    sick.parameters[start.parameters.length / 3] = 3e38;
    const ill = sessionOf(
      { experiment, variant: 'full-ensemble', data, checkpoint: sick },
      backend,
    );
    await healthy.train(20, () => {});
    const { stop } = await ill.train(20, () => {});
    const [a, b] = [await healthy.checkpoint(), await ill.checkpoint()];
    expect(stop).toBe('reached');
    expect(b.stopped.map(({ member }) => member)).toEqual([1]);
    const member = (all: Float32Array, m: number) =>
      all.subarray((m * all.length) / 3, ((m + 1) * all.length) / 3);
    expect(member(b.parameters, 0)).toEqual(member(a.parameters, 0));
    expect(member(b.parameters, 2)).toEqual(member(a.parameters, 2));
    expect((await healthy.evaluate()).map(({ k }) => k)).toEqual([3]);
    expect((await ill.evaluate()).map(({ k }) => k)).toEqual([2]);
    healthy.dispose();
    ill.dispose();
  });
});

test('the last news has been taken before training ends', async () => {
  const session = await sessionFor(small(), 'single');
  let taken = 0;
  let told = 0;
  await session.train(Number.MAX_SAFE_INTEGER, async () => {
    told++;
    // As slow as a page whose port is behind.
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
    taken++;
  });
  expect(told).toBeGreaterThan(1);
  expect(taken).toBe(told);
  session.dispose();
});
