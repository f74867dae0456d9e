import { addSums } from '#lib/experiment/exact-sums.ts';
import { sumChunk } from '#workers/averaging/exact/exact.ts';
import { planOf } from '#workers/averaging/exact/plan.ts';
import { openBackend } from '#workers/backend.ts';
import { bruteForce } from '../theory/exact/brute-force.ts';
import { compare, trainedProblem } from '../theory/exact/trained.ts';

/** The exact average of a network that WebGL trained, against a loop over all its masks on WebGL. */
export async function main(draws: number): Promise<ReturnType<typeof compare>> {
  const webgl = await openBackend('webgl', 'single', {});
  const problem = await trainedProblem(webgl);
  const plan = planOf(problem.sizes, problem.p);
  const exact = addSums(
    Array.from({ length: plan.chunks }, (_, chunk) => sumChunk(problem, plan, chunk)),
  );
  return compare(
    exact.arithmetic,
    await bruteForce(problem, webgl, { count: draws, seed: 7 }),
    draws,
  );
}
