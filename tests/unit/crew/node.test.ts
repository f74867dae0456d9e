import { afterAll, expect, test } from 'vitest';
import { Crew } from '#lib/crew/run/crew.ts';
import { buildDataSet } from '#lib/crew/ask/librarian.ts';
import { nodeFactory } from '#lib/crew/hire/node-factory.ts';
import { preset } from '#lib/experiment/presets.ts';
import type { Experiment } from '#lib/experiment/experiment.ts';

/** The crew with its real workers, as threads of Node, on WASM. */

const factory = nodeFactory();
const runs: Crew[] = [];
afterAll(() => runs.forEach((run) => run.dispose()));

function small(): Experiment {
  const experiment = preset('noisy-digits');
  experiment.data = { ...experiment.data, train: 120, test: 60 };
  experiment.network.hidden = [16, 16];
  experiment.training.epochs = 3;
  experiment.members = 2;
  experiment.averaging = { draws: 20, examples: 60 };
  experiment.backend = 'wasm';
  return experiment;
}

/** Runs an experiment to its end, averaging included. */
async function finish(experiment: Experiment): Promise<Crew> {
  const built = await buildDataSet(experiment, [], factory);
  if (!built.ok) throw new Error(built.problem.kind);
  return new Promise((resolve, reject) => {
    const run = new Crew(experiment, built.data, factory, {
      changed() {
        const { state, reason, averaging } = run.view();
        if (state === 'failed') reject(new Error(reason?.detail));
        if (state === 'done' && averaging.status === 'done') resolve(run);
      },
    });
    runs.push(run);
    run.start().catch(reject);
  });
}

test('real workers train every variant to the end, evaluate it and average dropout', async () => {
  const view = (await finish(small())).view();
  expect(view.environment?.backend).toBe('wasm');
  expect(view.notices).toEqual([]);
  for (const { status, step, steps, curves, evaluations, notices } of view.variants) {
    expect([status, step, notices]).toEqual(['done', steps, []]);
    expect(curves.length).toBeGreaterThan(2);
    expect(evaluations[0].testWrong).toHaveLength(60);
  }
  expect(view.averaging.curve?.drawn).toBe(20);
  expect(view.averaging.evaluations.map(({ k }) => k)).toContain(10);
}, 120_000);

test('the same experiment gives the same weights, whatever else is trained beside it', async () => {
  const together = await finish(small());
  const alone = await finish({ ...small(), variants: ['dropout'] });
  const [a, b] = [await together.checkpoint('dropout'), await alone.checkpoint('dropout')];
  expect(a?.parameters).toEqual(b?.parameters);
}, 120_000);

test('all subnetworks are averaged exactly where they are few, and the result is that of the draws', async () => {
  const experiment = preset('tiny-moons');
  experiment.variants = ['dropout'];
  experiment.network.hidden = [4, 4];
  experiment.training.epochs = 20;
  experiment.averaging = { draws: 1_000, examples: 100 };
  experiment.backend = 'wasm';
  const { averaging } = (await finish(experiment)).view();
  expect(averaging.exact).toMatchObject({ subnetworks: 256, done: 16, chunks: 16 });
  const names = averaging.evaluations.map(({ estimator, k }) => `${estimator} ${k}`);
  expect(names).toContain('exact-arithmetic-mean 256');
  expect(names).toContain('exact-geometric-mean 256');
  const [exact, sampled] = ['exact-arithmetic-mean', 'arithmetic-mean'].map(
    (name) => averaging.evaluations.findLast(({ estimator }) => estimator === name)!.testLoss,
  );
  // 1,000 draws of losses of size one: 5 standard errors of a mean are below .16.
  exact.forEach((loss, i) => expect(Math.abs(loss - sampled[i])).toBeLessThan(0.16));
}, 120_000);
