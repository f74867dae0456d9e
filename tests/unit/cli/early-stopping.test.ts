import { describe, expect, test } from 'vitest';
import type { Solo } from '#lib/crew/run/solo.ts';
import { preset } from '#lib/experiment/presets.ts';
import type { Checkpoint, Evaluation } from '#lib/protocol/protocol.ts';
import { trainToBest, trainToEnd } from '../../../src/cli/experiment/early-stopping.ts';

const rows = 100;
const perEpoch = 5;
const experiment = preset('moons');
experiment.training.batch = rows / perEpoch;

/** A trainer whose loss after epoch n is `losses[n − 1]`; it diverges in the epoch after the last. */
function trainer(losses: number[]): Solo {
  let step = 0;
  const epoch = () => Math.ceil(step / perEpoch);
  const checkpoint = () => ({ step, stopped: [] }) as unknown as Checkpoint;
  return {
    prepare: () => Promise.reject(new Error('not asked for')),
    async train(until) {
      const last = losses.length * perEpoch;
      if (until > last && experiment.training.epochs > losses.length) {
        step = last + 2;
        return { stop: 'diverged', step };
      }
      step = Math.min(until, last);
      return { stop: 'reached', step };
    },
    checkpoint: async () => checkpoint(),
    async evaluate() {
      const testLoss = Float32Array.from([losses[epoch() - 1], 1]);
      return [{ testLoss } as Evaluation];
    },
  };
}

async function keptStep(losses: number[], epochs = losses.length): Promise<[string, number]> {
  experiment.training.epochs = epochs;
  const { stop, checkpoint } = await trainToBest(trainer(losses), experiment, rows);
  return [stop, checkpoint.step];
}

describe('early stopping', () => {
  test('keeps the weights of the epoch with the least validation loss', async () => {
    expect(await keptStep([3, 2, 4, 5])).toEqual(['reached', 2 * perEpoch]);
    expect(await keptStep([3, 2, 4, 1])).toEqual(['reached', 4 * perEpoch]);
    expect(await keptStep([3])).toEqual(['reached', perEpoch]);
  });

  test('keeps the first of equals', async () => {
    expect(await keptStep([3, 2, 2])).toEqual(['reached', 2 * perEpoch]);
  });

  test('takes no loss that is not a number', async () => {
    expect(await keptStep([3, NaN, 2, NaN])).toEqual(['reached', 3 * perEpoch]);
  });

  test('of training that diverged keeps the best epoch before', async () => {
    expect(await keptStep([3, 2, 4], 6)).toEqual(['diverged', 2 * perEpoch]);
    expect(await keptStep([], 6)).toEqual(['diverged', 2]);
  });

  test('is not what training to the end does', async () => {
    experiment.training.epochs = 3;
    const { stop, checkpoint } = await trainToEnd(trainer([1, 2, 3]));
    expect([stop, checkpoint.step]).toEqual(['reached', 3 * perEpoch]);
  });
});
