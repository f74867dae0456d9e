import { mean } from 'd3-array';
import type { EstimatorName, ScoredEstimator } from '#lib/experiment/evaluation.ts';
import {
  droppableUnits,
  exactMeans,
  mostDroppable,
  type ExactProblem,
} from '#lib/experiment/exact-sums.ts';
import { scoresOf } from '#lib/experiment/score.ts';
import { settingsAt } from '#lib/experiment/settings-at.ts';
import type { AveragerJob, Evaluation } from '#lib/protocol/protocol.ts';
import { cores } from '../hire/cores.ts';
import { averageExactly, type ExactOptions } from './exact.ts';
import type { Factory } from '../hire/staff.ts';
import type { ExactAverage } from './view.ts';

/** What is summed for a job: every subnetwork on the test examples. Null where there is only one, or too many. */
export function exactProblem(job: AveragerJob): ExactProblem | null {
  const { experiment, checkpoint, inputs, classes, test } = job;
  const { p } = settingsAt(experiment, Math.max(0, checkpoint.step - 1));
  const sizes = [inputs, ...experiment.network.hidden, classes];
  const units = droppableUnits(sizes, p);
  if (units === 0 || units > mostDroppable) return null;
  return {
    sizes,
    activation: experiment.network.activation,
    parameters: checkpoint.parameters,
    p,
    rows: test.rows,
    count: test.labels.length,
  };
}

/** Averages all subnetworks of a problem, and scores both means on the test examples of its job. */
export async function exactAverage(
  job: AveragerJob,
  problem: ExactProblem,
  factory: Factory,
  options: Omit<ExactOptions, 'workers'>,
): Promise<{ means: NonNullable<ExactAverage['means']>; evaluations: Evaluation[] }> {
  const sums = await averageExactly(problem, factory, { ...options, workers: cores() });
  const subnetworks = 2 ** droppableUnits(problem.sizes, problem.p);
  const logs = exactMeans(sums, job.classes);
  const score = (estimator: EstimatorName, log: Float64Array): Evaluation => {
    const { wrong, loss } = scoresOf(log, job.test.labels, job.classes);
    const { variant, step } = job.checkpoint;
    return {
      variant,
      estimator,
      k: subnetworks,
      step,
      trainError: Number.NaN,
      trainLoss: Number.NaN,
      testWrong: wrong,
      testLoss: loss,
    };
  };
  const arithmetic = score('exact-arithmetic-mean', logs.arithmetic);
  const geometric = score('exact-geometric-mean', logs.geometric);
  return {
    means: { arithmetic: figures(arithmetic), geometric: figures(geometric) },
    evaluations: [arithmetic, geometric],
  };
}

function figures({ testWrong, testLoss }: ScoredEstimator): { error: number; loss: number } {
  return { error: mean(testWrong) ?? Number.NaN, loss: mean(testLoss) ?? Number.NaN };
}
