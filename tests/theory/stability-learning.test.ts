import { describe, expect, it } from 'vitest';
import { buildDataSet } from '#lib/data/build.ts';
import { stabilityPreset } from '#lib/experiment/stability/presets.ts';
import { dataSpecOf } from '#lib/experiment/stability/training.ts';
import { learning } from '#workers/stability/learning/learning.ts';
import { memory } from '../unit/stability/memory.ts';
import { nobody } from '../unit/workers/listener.ts';

const built = await buildDataSet(dataSpecOf({ data: 'digits', examples: 300 }), 1, []);
if (!built.ok) throw new Error(built.problem.kind);
const { data } = built;

/** A stop of the tour, at 20 layers of 32 units so that a test can wait for it. */
async function train(name: 'stuck' | 'rescued' | 'explodes' | 'clipped') {
  const { stack, training } = stabilityPreset(name);
  return learning(
    memory,
    {
      stack: { ...stack, depth: 20, width: 32 },
      training: { ...training, examples: 300, steps: 200 },
      data,
    },
    nobody,
  );
}

describe('training ReLU layers from N(0, .01²)', () => {
  it('stays at ln 10: nothing reaches the lower layers', async () => {
    const { losses, norms, layers, verdict } = await train('stuck');
    expect(verdict).toBe('slow');
    // A batch of 50 has other shares of the ten classes than a tenth.
    losses.forEach((loss) => expect(Math.abs(loss - Math.log(10))).toBeLessThan(0.03));
    // A layer of 32 units passes .01·√16 = .04 of a gradient: 10⁻²⁸ of it after 20.
    const first = norms[0];
    const output = norms[layers - 1];
    expect(first).toBeLessThan(1e-20 * output);
  });

  it('comes below half of that with h + f(h), from the same weights', async () => {
    const { losses, verdict, norms, layers } = await train('rescued');
    expect(verdict).toBe('converged');
    expect(losses[losses.length - 1]).toBeLessThan(Math.log(10) / 2);
    expect(norms[0]).toBeGreaterThan(0.01 * norms[layers - 1]);
  });
});

describe('training blocks h + f(h) from He', () => {
  it('ends in a number that is lost, after a few steps', async () => {
    const { verdict, trouble } = await train('explodes');
    expect(verdict).toBe('diverged');
    expect(trouble!.step).toBeLessThan(10);
  });

  it('goes well with the gradient clipped by its norm', async () => {
    const { verdict, losses, applied } = await train('clipped');
    expect(losses[0]).toBeGreaterThan(100);
    expect(verdict).toBe('converged');
    applied.forEach((norm) => expect(norm).toBeLessThanOrEqual(1 + 1e-6));
  });
});
