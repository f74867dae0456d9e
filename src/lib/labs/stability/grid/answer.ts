import type { LearningVerdict } from '#lib/experiment/stability/training.ts';
import type { LearningAnswer } from '#workers/stability/learning/learning.ts';

/** What the grid keeps of a training. */
export interface CellAnswer {
  verdict: LearningVerdict;
  /** Mean loss of the last tenth of the steps, which the verdict goes by; NaN where there was none. */
  loss: number;
  /** Steps taken. */
  steps: number;
  /** The step at which a number was no longer finite; null where all were. */
  lost: number | null;
}

/** The steps at the end that count, as a share of all, and at least so many: those of the verdict. */
const END = 0.1;
const LEAST = 10;

export function cellAnswer({ verdict, losses, trouble }: LearningAnswer): CellAnswer {
  const taken = losses.subarray(-Math.max(LEAST, Math.ceil(END * losses.length)));
  const sum = taken.reduce((all, loss) => all + loss, 0);
  return {
    verdict,
    loss: taken.length > 0 ? sum / taken.length : Number.NaN,
    steps: losses.length,
    lost: trouble?.step ?? null,
  };
}
