import type { LearningVerdict } from '#lib/experiment/stability/training.ts';

/** How a verdict looks: a sign and a colour; the word stands beside them. */
export const verdictLooks: Record<LearningVerdict, { sign: string; token: `--${string}` }> = {
  converged: { sign: '✓', token: '--good' },
  slow: { sign: '∼', token: '--warn' },
  diverged: { sign: '✕', token: '--bad' },
};
