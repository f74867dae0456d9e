import { availableParallelism } from 'node:os';
import { mean } from 'd3-array';
import { describe, expect, it } from 'vitest';
import { train } from '#lib/crew/run/train.ts';
import { inParallel } from '../../src/cli/experiment/in-parallel.ts';
import { nodeFactory } from '#lib/crew/hire/node-factory.ts';
import { seededJobs, testError } from './seeded.ts';

const seeds = [1, 2, 3, 4, 5];
const threads = Math.min(4, availableParallelism());

describe('noisy digits, trained to the end on WASM', () => {
  it('are recognised better with dropout in each of five seeds, by at least 4 points on average', async () => {
    const factory = nodeFactory();
    const jobs = await Promise.all(
      seeds.map((seed) => seededJobs('noisy-digits', seed, ['single', 'dropout'])),
    );
    const errors = await inParallel(jobs.flat(), threads, async (job) =>
      testError(await train(factory, job, { backend: 'wasm' })),
    );
    const gains = seeds.map((_, i) => errors[2 * i] - errors[2 * i + 1]);
    expect(Math.min(...gains), `gains by seed: ${gains.join(', ')}`).toBeGreaterThan(0);
    expect(mean(gains)).toBeGreaterThanOrEqual(4);
  }, 600_000);
});
