import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { UnitRecord } from '../../src/cli/experiment/record.ts';

/** The commands that the tables of results stand on, in processes of their own. */

const folder = mkdtempSync(join(tmpdir(), 'dropout-lab-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const root = new URL('../../', import.meta.url);

function command(name: 'experiment' | 'results', ...args: string[]) {
  const script = new URL(`src/cli/${name}.ts`, root).pathname;
  return spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: 'utf8' });
}

function records(...args: string[]): UnitRecord[] {
  const { status, stdout, stderr } = command('experiment', ...args, '--json', '--no-averages');
  expect(status, stderr).toBe(0);
  return (JSON.parse(stdout) as { records: UnitRecord[] }).records;
}

/** Noisy labels and enough steps to learn them by heart: validation gets worse in the end. */
const experiment = join(folder, 'noisy.json');
writeFileSync(
  experiment,
  JSON.stringify({
    preset: 'moons',
    data: { train: 100, test: 200, labelNoise: 0.4, noise: 0.3 },
    network: { hidden: [64] },
    training: { epochs: 60, learningRate: 0.1 },
    variants: ['single', 'full-ensemble'],
    members: 2,
  }),
);

describe('rows held out of training', () => {
  const held = () => records(experiment, '--holdout', '0.3');

  test('are tested beside the test rows, and fewer rows are trained on', () => {
    for (const { estimators, validation, step } of held()) {
      expect(estimators[0].testExamples).toBe(200);
      expect(validation?.[0].testExamples).toBe(30);
      // 70 rows in batches of 20: four steps an epoch, not five.
      expect(step).toBe(60 * 4);
    }
  });

  test('decide which epoch early stopping keeps: one with no more validation NLL than the last', () => {
    const last = held();
    const kept = records(experiment, '--holdout', '0.3', '--early-stopping');
    kept.forEach(({ step, validation, noise }, i) => {
      expect(step % 4).toBe(0);
      expect(step).toBeLessThan(last[i].step);
      expect(validation![0].testLoss!).toBeLessThan(last[i].validation![0].testLoss!);
      expect(validation![0].step).toBe(step);
      expect(noise).toEqual([]);
    });
  });
});

test('noise on the test inputs is one more test each, and much of it leaves little to predict from', () => {
  const [plain] = records(experiment);
  const [single, ensemble] = records(experiment, '--test-noise', '0.000001,0.5,9');
  expect(single.noise.map(({ deviation }) => deviation)).toEqual([1e-6, 0.5, 9]);
  const losses = single.noise.map(({ estimators }) => estimators[0].testLoss!);
  expect(losses[0]).toBeCloseTo(single.estimators[0].testLoss!, 4);
  expect(losses[2]).toBeGreaterThan(losses[0]);
  expect(ensemble.noise[0].estimators[0]).toMatchObject({
    k: 2,
    testExamples: 200,
    trainError: null,
  });
  // The tests leave what was trained as it was.
  expect(single.estimators).toEqual(plain.estimators);
});

test('tables are printed as they would be stored, what they share is trained once, and again nothing', () => {
  const tables = ['noisy-digits', 'averages-against-k', 'regularisers', 'input-noise'];
  const document = new URL('docs/results.md', root);
  const before = readFileSync(document, 'utf8');
  const first = command('results', ...tables, '--quick', '--seeds', '2');
  expect(first.status, first.stderr).toBe(0);
  for (const id of tables) expect(first.stdout).toContain(`npm run results -- ${id} --seeds 2\n`);
  expect(first.stdout).toMatch(/^Chosen by validation error in percent:$/m);
  // Six variants and the seventh; three searches of six values, what they chose, early stopping.
  expect(first.stderr.match(/ left$/gm)).toHaveLength(2 * (7 + 3 * (6 + 1) + 1));

  const again = command('results', ...tables, '--quick', '--seeds', '2', '--workers', '1');
  expect([again.status, again.stdout]).toEqual([0, first.stdout]);
  expect(again.stderr).not.toMatch(/ left$/m);
  expect(readFileSync(document, 'utf8')).toBe(before);
});

const data = process.env.LAB_DATA;
test.skipIf(!data)(
  'real MNIST is read from the files named, which the records know by content',
  () => {
    const [images, labels] = ['images-idx3', 'labels-idx1'].map((kind) =>
      join(data!, `mnist10k-${kind}-ubyte.gz`),
    );
    const files = ['--files', images, '--files', labels];
    const { status, stdout, stderr } = command(
      'results',
      'mnist',
      '--quick',
      '--seeds',
      '1',
      ...files,
    );
    expect(status, stderr).toBe(0);
    expect(stdout).toContain('--files IMAGES --files LABELS');
    expect(stdout).not.toContain(data!);
    const args = ['your-own-data', '--sweep', 'train=100', '--sweep', 'epochs=1', '--sweep'];
    const [record] = records(...args, 'variants=single', ...files);
    expect(record.estimators[0].testExamples).toBe(2000);
    expect(record.estimators[0].testError).toBeLessThan(0.9);
  },
);
