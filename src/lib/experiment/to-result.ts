import { mean, sum } from 'd3-array';
import type { ScoredEstimator } from './evaluation.ts';
import type {
  AveragingResult,
  BandResult,
  EstimatorResult,
  Result,
  VariantResult,
} from './result.ts';
import type { BandLike, CurveLike, DataLike, ExactLike, RunLike, VariantLike } from './run-like.ts';
import { wilson } from './statistics/wilson.ts';
import { wrongLabels } from './wrong-labels.ts';

/** What a result holds beside the run itself. */
export interface ResultContext {
  data: DataLike;
  userAgent: string;
  /** The verdict sentences, in the language of the page. */
  verdicts: readonly string[];
  notices: readonly { kind: string; text: string }[];
}

const nowhere = { backend: '', renderer: '', hardware: false, floatBits: 32, tfjs: '' };

/** The result file of a run as it stands. Means of subnetworks come with the variant they are of. */
export function toResult(run: RunLike, context: ResultContext): Result {
  const { backend, renderer, hardware, floatBits, tfjs } = run.environment ?? nowhere;
  const { curve, evaluations, exact } = run.averaging;
  return {
    format: 'dropout-lab-result',
    version: 1,
    experiment: run.experiment,
    environment: {
      backend,
      renderer,
      hardware,
      floatBits,
      tfjs,
      timings: run.timings.map(({ backend, millisecondsPerStep }) => ({
        backend,
        millisecondsPerStep: finite(millisecondsPerStep),
      })),
      userAgent: context.userAgent,
    },
    data: toData(context.data),
    variants: run.variants.map((one) => toVariant(one, evaluations)),
    averaging: curve && toAveraging(curve, exact),
    verdicts: [...context.verdicts],
    notices: context.notices.map(({ kind, text }) => ({ kind, text })),
  };
}

/** A row of the table, from what an estimator scored. */
export function toEstimator(one: ScoredEstimator): EstimatorResult {
  const examples = one.testWrong.length;
  const { value, low, high } = wilson(sum(one.testWrong), examples);
  return {
    estimator: one.estimator,
    k: one.k,
    step: one.step,
    trainError: finite(one.trainError),
    trainLoss: finite(one.trainLoss),
    testError: finite(value),
    testErrorInterval: [low, high],
    // d3 would pass over a NaN in silence.
    testLoss: one.testLoss.every(Number.isFinite) ? finite(mean(one.testLoss)) : null,
    testExamples: examples,
  };
}

function toData(data: DataLike): Result['data'] {
  const { name, inputs, classes, train, test } = data;
  return {
    name,
    inputs,
    classes: [...classes],
    trainRows: train.labels.length,
    testRows: test.labels.length,
    wrongLabels: wrongLabels(data),
  };
}

function toVariant(one: VariantLike, averages: readonly ScoredEstimator[]): VariantResult {
  const { variant, status, step, steps, seconds, parameters, environment, curves } = one;
  const columns = Object.entries<unknown>({ ...curves }).filter(
    (entry): entry is [string, Float64Array] => ArrayBuffer.isView(entry[1]),
  );
  return {
    variant,
    status,
    step,
    steps,
    seconds,
    parameters,
    environment: environment && { backend: environment.backend, renderer: environment.renderer },
    curves: Object.fromEntries(columns.map(([name, values]) => [name, toList(values)])),
    estimators: [...one.evaluations, ...averages.filter((e) => e.variant === variant)].map(
      toEstimator,
    ),
  };
}

function toAveraging(curve: CurveLike, exact: ExactLike | null): AveragingResult {
  const figures = ({ error, loss }: { error: number; loss: number }) => ({
    error: finite(error),
    loss: finite(loss),
  });
  const both = ({ error, loss }: { error: BandLike; loss: BandLike }) => ({
    error: toBand(error),
    loss: toBand(loss),
  });
  return {
    variant: curve.variant,
    step: curve.step,
    draws: curve.drawn,
    examples: curve.examples,
    backend: curve.backend,
    k: Array.from(curve.k),
    groups: Array.from(curve.groups),
    arithmetic: both(curve.arithmetic),
    geometric: both(curve.geometric),
    off: figures(curve.off),
    exact: exact?.means
      ? {
          subnetworks: exact.subnetworks,
          arithmetic: figures(exact.means.arithmetic),
          geometric: figures(exact.means.geometric),
        }
      : null,
  };
}

function toBand({ mean, low, high }: BandLike): BandResult {
  return { mean: toList(mean), low: toList(low), high: toList(high) };
}

function toList(values: ArrayLike<number>): (number | null)[] {
  return Array.from(values, finite);
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
