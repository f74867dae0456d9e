import type { LearningVerdict } from '#lib/experiment/stability/training.ts';
import type { LearningAnswer } from '#workers/stability/learning/learning.ts';

/** What the grid keeps of one training. */
export interface CellAnswer {
  verdict: LearningVerdict;
  /** Mean loss over the steps at the end that decide the verdict; NaN if no step was taken. */
  loss: number;
  /** Steps taken. */
  steps: number;
  /** The step at which a number was no longer finite; null if all were finite. */
  lost: number | null;
}

/** The loss is averaged over the last tenth of the steps, but at least ten, as for the verdict. */
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
