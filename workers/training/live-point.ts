import type { DataSet } from '#lib/data/dataset.ts';
import { liveRows } from '#lib/experiment/live-rows.ts';
import type { Ensemble } from '../network/ensemble.ts';
import { pointColumns } from '#lib/protocol/protocol.ts';
import type { Estimator } from '../variants/variant.ts';
import { examinerOf } from './examiner.ts';

/** Measures the points of the live curves. */
export interface LivePoints {
  at(step: number, p: readonly number[]): Promise<Float64Array>;
  release(): void;
}

/** Live points of one variant's main estimator. */
export function livePointsOf(
  ensemble: Ensemble,
  data: DataSet,
  estimator: Estimator,
  skip: (member: number) => boolean,
): LivePoints {
  const rows = (labels: Int32Array) => Math.min(liveRows, labels.length);
  const { train, test } = data;
  const onTrain = examinerOf(ensemble, train, rows(train.labels), skip, true);
  const onTest = examinerOf(ensemble, test, rows(test.labels), skip, true);
  const isWrong = train.labels.map((label, row) => (label === train.trueLabels[row] ? 0 : 1));

  return {
    async at(step, p) {
      const trained = await onTrain.examine(estimator, p);
      const tested = await onTest.examine(estimator, p);
      const sums = [0, 0];
      const counts = [0, 0];
      trained.wrong.forEach((wrong, row) => {
        sums[isWrong[row]] += wrong;
        counts[isWrong[row]]++;
      });
      const values: Record<(typeof pointColumns)[number], number> = {
        step,
        trainLoss: mean(trained.loss),
        trainError: mean(trained.wrong),
        testLoss: mean(tested.loss),
        testError: mean(tested.wrong),
        wrongRowsError: sums[1] / counts[1],
        rightRowsError: sums[0] / counts[0],
        memberTestError: tested.memberError,
      };
      return Float64Array.from(pointColumns, (column) => values[column]);
    },
    release() {
      onTrain.release();
      onTest.release();
    },
  };
}

/** The mean of numbers, summed in float64. */
export function mean(numbers: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += numbers[i];
  return sum / numbers.length;
}
