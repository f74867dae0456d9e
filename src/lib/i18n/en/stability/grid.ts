import type { LearningVerdict } from '#lib/experiment/stability/training.ts';

/** Learning rate by initialisation, depth or activation. */
export const grid = {
  start: 'Train the grid',
  resume: (missing: number) => `Go on: ${missing} missing`,
  anew: 'Train anew',
  count: (done: number, of: number) => `${done} of ${of} trained`,
  caption: 'How each training ends, and its loss',
  corner: 'Learning rate →',
  layers: (depth: number) => (depth === 1 ? '1 layer' : `${depth} layers`),
  where: (row: string, rate: string) => `${row}, learning rate ${rate}`,
  waiting: 'not trained yet.',
  training: 'in training …',
  failed: 'its worker failed three times.',
  shortFailed: 'failed',
  verdicts: {
    converged: 'converged',
    slow: 'slow or stuck',
    diverged: 'diverged',
  } satisfies Record<LearningVerdict, string>,
  short: {
    converged: 'converged',
    slow: 'slow',
    diverged: 'diverged',
  } satisfies Record<LearningVerdict, string>,
  nan: 'Inf, NaN',
  loss: (loss: string, steps: number) => `Loss ${loss} over the last tenth of ${steps} steps.`,
  lost: (step: number) => `At step ${step} a number became infinite or NaN.`,
  opens: 'Opens this run.',
  hint: 'Point at a cell, or move with the arrow keys, to read it; press it to see its run, step by step.',
  /** `chance` is empty or “= 2.3”. */
  rule: (chance: string) =>
    `Guessing has a loss of ln(classes)${chance}. Converged: below half of it; diverged: above twice of it, or Inf or NaN; slow: between, so also where nothing is learnt at all.`,
  /** `depth` is null if it differs from row to row. */
  made: (depth: number | null, width: number, steps: number) =>
    `Each cell is one network of ${depth === null ? '' : `${depth} layers of `}at most ${width} units${depth === null ? ' a layer' : ''}, trained for ${steps} steps with the one seed: another seed may move a border by a column.`,
};
