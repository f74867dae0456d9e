import { describe, expect, it } from 'vitest';
import { train } from '#lib/crew/run/train.ts';
import { inParallel } from '../../src/cli/experiment/in-parallel.ts';
import { nodeFactory } from '#lib/crew/hire/node-factory.ts';
import { seededJobs } from './seeded.ts';

/** The weights of two variants after two epochs, as bytes. */
async function weights(threads: number): Promise<Buffer[]> {
  const factory = nodeFactory();
  const jobs = await seededJobs('noisy-digits', 1, ['dropout', 'full-ensemble']);
  for (const { experiment } of jobs) {
    experiment.training.epochs = 2;
    experiment.members = 2;
  }
  return inParallel(jobs, threads, async (job) => {
    const { parameters } = (await train(factory, job, { backend: 'wasm' })).checkpoint;
    return Buffer.from(parameters.buffer, parameters.byteOffset, parameters.byteLength);
  });
}

describe('a run in worker threads', () => {
  it('gives the same weights, bit by bit, at once or one after the other, and again', async () => {
    const together = await weights(2);
    const inTurn = await weights(1);
    const again = await weights(2);
    expect(together.map((bytes) => bytes.length)).toEqual(inTurn.map((bytes) => bytes.length));
    together.forEach((bytes, i) => {
      expect(bytes.equals(inTurn[i])).toBe(true);
      expect(bytes.equals(again[i])).toBe(true);
    });
    expect(together[0].equals(together[1])).toBe(false);
  });
});
