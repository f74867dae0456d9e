import { formats } from '../formats.ts';

const f = formats('en');

/** Charts: names, axes and what is said beside them. */
export const charts = {
  table: {
    summary: 'Show as a table',
    thinned: (shown: number, total: number) => `${f.integer(shown)} of ${f.integer(total)} rows`,
  },
  lost: {
    sentence:
      'The chart cannot be drawn: a part of the page could not be loaded. The table below has its numbers.',
    again: 'Try again',
  },
  empty: 'The first points come with the first epoch.',
  cursor: 'Read values with the arrow keys',
  reading: (where: string, values: readonly string[]) => f.entry(where, f.clause(values)),
  step: 'step',
  error: 'error',
  loss: 'NLL (nats)',
  trainError: 'train error',
  testError: 'test error',
  trainLoss: 'train NLL',
  testLoss: 'test NLL',
  quantity: 'Show',
  compare: {
    title: 'All variants together',
    help: (rows: number) =>
      `Each line is one variant; lower is better. The first steps, where everything falls from guessing, are left out once there are later ones. Curves are measured on the first ${f.integer(rows)} rows at most; the table of results takes all.`,
  },
  wrong: {
    title: 'Wrongly labelled rows: who memorises them?',
    help: (rows: number) =>
      `Error on the ${f.integer(rows)} training rows whose label was drawn anew and is wrong, counted against that wrong label. A line that falls to 0 has learnt the mistakes by heart.`,
    name: 'error on wrongly labelled rows',
  },
};

/** The averaging chart. */
export const averaging = {
  title: 'The average over k subnetworks',
  help: 'Subnetworks are drawn from the weights trained with dropout. The curves show how their average does as more are averaged; the level line is the same network with dropout turned off.',
  before: 'Subnetworks can be averaged once a network is being trained with dropout.',
  unavailable:
    'None of the chosen variants is trained with dropout, so there are no subnetworks to average. Add “Dropout” under Variants.',
  now: 'Average now',
  stop: 'Stop averaging',
  of: 'Average the subnetworks of',
  quantity: 'Averaging chart shows',
  xAxis: 'subnetworks averaged, k',
  arithmetic: 'arithmetic mean',
  geometric: 'geometric mean',
  off: 'dropout off',
  exactArithmetic: 'exact arithmetic mean',
  exactGeometric: 'exact geometric mean',
  exactProgress: (subnetworks: number) =>
    `Averaging all ${f.integer(subnetworks)} subnetworks exactly`,
  exactProgressName: 'Subnetworks averaged exactly',
  band: 'Bands span the disjoint groups of k draws: all of them where there are fewer than 20, the middle 95% otherwise.',
  groups: 'groups of k draws',
  fewGroups: 'few groups',
  empty: 'Nothing has been averaged yet.',
  quantities: { error: 'Test error', loss: 'Test NLL' },
  progress: (drawn: number, draws: number) =>
    `${f.integer(drawn)} of ${f.integer(draws)} subnetworks drawn`,
  progressName: 'Subnetworks drawn',
  basis: (step: number, examples: number, backend: string) =>
    `With the weights of step ${f.integer(step)}, on the first ${f.integer(examples)} test examples; averaged with ${backend}.`,
  stopped: 'Averaging was stopped; the chart shows what was drawn until then.',
  failed: (reason: string) => `Averaging failed: ${reason}.`,
};

/** The table of results. */
export const table = {
  title: 'Results',
  caption: 'Every variant and estimator',
  before: 'The table fills when a variant is done. Or take the figures of this moment:',
  evaluate: 'Measure now',
  method: 'Method',
  trainError: 'Train error',
  testError: 'Test error',
  interval: '95% interval',
  intervalHelp:
    'Intervals are for the error over all possible test examples of this kind, given these trained weights.',
  loss: 'Test NLL',
  parameters: 'Parameters',
  time: 'Training time',
  divergedHelp:
    'A network that diverged stopped training; its figures are those of the weights before, and no result. The words below leave it out.',
  onFirst: (examples: number) =>
    `On the first ${f.integer(examples)} test examples, and as many training rows at most.`,
};

export const downloads = {
  title: 'Take it with you',
  results: 'Download results',
  resultsHelp: 'One JSON file: the experiment, where it ran, every figure shown.',
  model: 'Download model',
  modelHelp: 'Weights and masks, so that anyone can compute the averages elsewhere.',
};

/** What stands beside a drop rate that breaks training itself. */
export const caution = {
  highDrop:
    'With a drop probability of 0.8 or more and the same learning rate, training itself breaks down: a worse result is then no finding about averaging.',
};
