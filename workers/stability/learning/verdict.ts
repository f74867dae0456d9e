import type { LearningVerdict } from '#lib/experiment/stability/training.ts';

/** How many steps at the end decide: this share of all steps, but at least `LEAST`. */
const END = 0.1;
const LEAST = 10;

/**
 * How a training went by the mean loss of its last tenth: `converged` below half of what guessing gives,
 * ln(classes); `diverged` above twice that, or where a number was no longer finite; `slow` between.
 */
export function verdictOf(
  losses: ArrayLike<number>,
  classes: number,
  failed: boolean,
): LearningVerdict {
  const taken = Math.min(losses.length, Math.max(LEAST, Math.ceil(END * losses.length)));
  let sum = 0;
  for (let i = losses.length - taken; i < losses.length; i++) sum += losses[i];
  const share = sum / taken / Math.log(classes);
  if (failed || share > 2) return 'diverged';
  return share < 0.5 ? 'converged' : 'slow';
}
