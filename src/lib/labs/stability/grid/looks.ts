import type { LearningVerdict } from '#lib/experiment/stability/training.ts';

/** The sign and the colour of each verdict. Its word always stands beside them. */
export const verdictLooks: Record<LearningVerdict, { sign: string; token: `--${string}` }> = {
  converged: { sign: '✓', token: '--good' },
  slow: { sign: '∼', token: '--warn' },
  diverged: { sign: '✕', token: '--bad' },
};
