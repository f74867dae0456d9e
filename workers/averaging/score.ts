import { largest, lossOf } from '#lib/experiment/score.ts';

/** What one predictor scores on the examples. */
export interface Score {
  /** Examples predicted wrongly. */
  wrong: number;
  /** Mean NLL in nats, and the standard error of that mean over the examples. */
  loss: number;
  lossError: number;
}

/** The score of log-probabilities `[examples, classes]`. */
export function scoreOf(
  logProbabilities: ArrayLike<number>,
  labels: Int32Array,
  classes: number,
): Score {
  const count = labels.length;
  let wrong = 0;
  let sum = 0;
  let squares = 0;
  // A plain loop, for speed: scoring is a third of the time that a small network takes.
  for (let row = 0; row < count; row++) {
    const label = labels[row];
    if (largest(logProbabilities, row * classes, classes) !== label) wrong++;
    const loss = lossOf(logProbabilities[row * classes + label]);
    sum += loss;
    squares += loss * loss;
  }
  const loss = sum / count;
  const variance = Math.max(0, squares / count - loss * loss) * (count / Math.max(1, count - 1));
  return { wrong, loss, lossError: Math.sqrt(variance / count) };
}
