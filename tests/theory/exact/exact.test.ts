import { describe, expect, test } from 'vitest';
import { averageExactly } from '#lib/crew/average/exact.ts';
import { nodeFactory } from '#lib/crew/hire/node-factory.ts';
import { openHosts } from '../../unit/network/host.ts';
import { bruteForce } from './brute-force.ts';
import { compare, trainedProblem } from './trained.ts';

const draws = 100_000;
const factory = nodeFactory();

/**
 * The exact sums are float64; the loop's predictions are float32: a probability is within about
 * 24 roundings of 2⁻²⁴ of size one, 1.4e-6 at the very worst, and their mean over 65,536 masks, whose
 * errors go either way, far closer.
 */
const tolerance = 1e-6;

describe.each(await openHosts())('a 2-8-8-2 network trained on $environment.backend', (backend) => {
  test('has exact averages that a loop over all 65,536 masks gives, too, and random draws close in on', async () => {
    const problem = await trainedProblem(backend);
    const [one, two, four] = await Promise.all(
      [1, 2, 4].map((workers) => averageExactly(problem, factory, { workers })),
    );
    expect(two).toEqual(one);
    expect(four).toEqual(one);
    const loop = await bruteForce(problem, backend, { count: draws, seed: 7 });
    const { difference, standardErrors, least, most } = compare(one.arithmetic, loop, draws);
    expect(difference).toBeLessThan(tolerance);
    expect(standardErrors).toBeLessThan(5);
    // A network that says the same everywhere would prove nothing.
    expect(least).toBeLessThan(0.1);
    expect(most).toBeGreaterThan(0.9);
  });
});
