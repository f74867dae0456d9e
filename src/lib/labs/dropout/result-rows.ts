import type { RunView } from '#lib/crew/run/types.ts';
import type { VariantName } from '#lib/experiment/experiment.ts';
import { toEstimator } from '#lib/experiment/to-result.ts';
import type { StyleName } from '#lib/charts/styles.ts';
import type { Evaluation } from '#lib/protocol/protocol.ts';

/** A row of the table: one estimator of one variant. */
export interface ResultRow {
  key: string;
  variant: VariantName;
  estimator: Evaluation['estimator'];
  style: StyleName;
  k: number;
  trainError: number;
  testError: { value: number; low: number; high: number };
  testLoss: number;
  examples: number;
  parameters: number;
  seconds: number;
  /** Networks of the variant that diverged; they keep the weights of the step before. */
  diverged: number;
}

type Scored = Pick<RunView, 'variants' | 'averaging'>;

/** Every evaluation of a run. */
export function evaluationsOf({ variants, averaging }: Scored): Evaluation[] {
  return [...variants.flatMap(({ evaluations }) => evaluations), ...averaging.evaluations];
}

/** The variants with at least one diverged network. */
export function divergedIn(variants: RunView['variants']): VariantName[] {
  return variants.filter(({ divergences }) => divergences.length > 0).map(({ variant }) => variant);
}

/** The rows of a run. Averages of subnetworks stand under the variant whose weights they use. */
export function resultRows(run: Scored): ResultRow[] {
  return run.variants.flatMap(({ variant, evaluations, parameters, seconds, divergences }) => {
    const averages = run.averaging.evaluations.filter(
      (one) => one.variant === variant && one.estimator !== 'off',
    );
    return [...evaluations, ...averages].map((one, i) => {
      const { estimator, k } = one;
      const { trainError, testError, testErrorInterval, testLoss, testExamples } = toEstimator(one);
      const [low, high] = testErrorInterval;
      return {
        key: `${variant} ${estimator} ${k} ${i}`,
        variant,
        estimator,
        style: estimator === 'off' || estimator === 'members-mean' ? variant : estimator,
        k,
        trainError: trainError ?? NaN,
        testError: { value: testError ?? NaN, low, high },
        testLoss: testLoss ?? NaN,
        examples: testExamples,
        parameters,
        seconds,
        diverged: divergences.length,
      };
    });
  });
}

/** From 0 to the largest upper end of an interval, so that the lengths of bars can be compared. */
export function errorDomain(rows: readonly ResultRow[]): [number, number] {
  return [0, Math.max(0.01, ...rows.map(({ testError }) => testError.high))];
}
