import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import { inParallel } from '../../src/cli/in-parallel.ts';
import { summary, testError } from '../../src/cli/rows.ts';
import { seededJobs } from '../../src/cli/seeded.ts';
import { train } from '#lib/crew/train.ts';
import { nodeFactory } from '../../src/lib/crew/node-factory.ts';

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
    expect(summary(gains).mean).toBeGreaterThanOrEqual(4);
  }, 600_000);
});
