import { buildDataSet } from '#lib/data/build.ts';
import type { ExactProblem } from '#lib/experiment/exact-sums.ts';
import { preset } from '#lib/experiment/presets.ts';
import type { OpenBackend } from '#workers/backend.ts';
import { sessionOf } from '#workers/training/session.ts';

/** A 2-8-8-2 network trained with dropout on a backend, and 400 test points. */
export async function trainedProblem(backend: OpenBackend): Promise<ExactProblem> {
  const experiment = preset('tiny-moons');
  experiment.dropout.hidden = [0.5, 0.3];
  experiment.training.epochs = 60;
  experiment.data.test = 400;
  const outcome = await buildDataSet(experiment.data, 1, []);
  if (!outcome.ok) throw new Error(outcome.problem.kind);
  const { data } = outcome;
  const session = sessionOf({ experiment, variant: 'dropout', data }, backend);
  await session.train(Number.MAX_SAFE_INTEGER, () => undefined);
  const { parameters } = await session.checkpoint();
  session.dispose();
  return {
    sizes: [2, 8, 8, 2],
    activation: 'relu',
    parameters,
    p: [0, 0.5, 0.3],
    rows: data.test.rows,
    count: 400,
  };
}

/** The largest difference of two arrays, and the largest in standard errors of a mean of `draws`. */
export function compare(
  exact: Float64Array,
  { mean, sampled, squares }: { mean: Float64Array; sampled: Float64Array; squares: Float64Array },
  draws: number,
): { difference: number; standardErrors: number; least: number; most: number } {
  let difference = 0;
  let standardErrors = 0;
  exact.forEach((value, i) => {
    difference = Math.max(difference, Math.abs(value - mean[i]));
    const error = Math.sqrt(Math.max(0, squares[i] - mean[i] ** 2) / draws);
    standardErrors = Math.max(standardErrors, Math.abs(value - sampled[i]) / error);
  });
  return { difference, standardErrors, least: Math.min(...exact), most: Math.max(...exact) };
}
