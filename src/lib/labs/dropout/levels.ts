import { mean } from 'd3-array';
import type { Level } from '#lib/charts/averaging.ts';
import type { RunView, VariantRun } from '#lib/crew/run/types.ts';
import { mainEstimator } from '#lib/experiment/evaluation.ts';
import type { Dictionary } from '#lib/i18n/dictionary.ts';
import type { AveragingCurve, Evaluation } from '#lib/protocol/protocol.ts';

/**
 * Scores of the other variants, as level lines of the averaging chart: on the same first test
 * examples where a variant was evaluated, else the last point of its live curve.
 */
export function levelsOf(run: RunView, curve: AveragingCurve, t: Dictionary): Level[] {
  return run.variants
    .filter(({ variant }) => variant !== curve.variant)
    .map((each) => ({
      name: t.variants[each.variant].name,
      style: each.variant,
      ...(scored(each, curve.examples) ?? lastPoint(each)),
    }));
}

function scored({ variant, evaluations, step }: VariantRun, examples: number) {
  const main = evaluations.find(
    (one: Evaluation) => one.estimator === mainEstimator(variant) && one.step === step,
  );
  if (!main) return undefined;
  return {
    error: mean(main.testWrong.subarray(0, examples)) ?? NaN,
    loss: mean(main.testLoss.subarray(0, examples)) ?? NaN,
  };
}

function lastPoint({ curves }: VariantRun) {
  return {
    error: curves.testError[curves.length - 1] ?? NaN,
    loss: curves.testLoss[curves.length - 1] ?? NaN,
  };
}
