import { formats } from '../../formats.ts';

const { integer, number, wholePercent } = formats('en');

/** The frame of the page of results. */
export const page = {
  pageTitle: 'Results · Dropout Lab',
  description:
    'What dropout, ensembles of subnetworks and other regularisers come to over several seeds, beside what is published, with every experiment to run in the browser.',
  title: 'Results',
  lead: 'What comes out when the experiments of this lab are trained to the end, over several seeds, and whether it agrees with what is published.',
  method: [
    'Every figure was computed by the code that runs in your browser, without one: in Node, on WebAssembly. The same command gives the same figures again.',
    'A run has one seed for data, weights, masks and order. Figures are means over the runs ± one standard error; small dots are single runs. Dropout is turned off at test time, unless a mean of subnetworks is named.',
  ],
  rule: (seeds: number, chance: number) =>
    `Differences are taken run by run, on the same seed. “Better” and “worse” stand only where the mean difference is more than 2 of its standard errors from 0; otherwise there is no clear difference. With ${integer(seeds)} seeds chance alone passes that mark in ${wholePercent(Number(chance.toFixed(2)))} of comparisons: among as many as stand here, some will.`,
  commands:
    'The same tables with all commands are in docs/results.md, and docs/experiment.md says how to run an experiment of your own without a browser.',
  none: 'No results are stored yet. “npm run results -- all” computes them.',
  index: 'Tables',
  here: 'What is found here',
  published: 'What is published',
  quantity: (table: string) => `${table}: quantity shown`,
  run: 'Run this here',
  runRow: (row: string) => `Run here: ${row}`,
  runShort: 'Run',
  runAt: 'Run one of them here:',
  ownFiles: 'It asks for the files of MNIST, which are not part of this site.',
  band: 'Bands: ± one standard error.',
  logBand: 'On this log scale a band that reaches 0 cannot be drawn.',
  dots: (reference: string | undefined) =>
    `Large mark and bar: mean ± one standard error. Small dots: single runs.${reference === undefined ? '' : ` Dashed line: ${reference}.`}`,
  chart: (table: string, quantity: string) => `${table}: ${quantity}`,
  cursor: 'Read values with the arrow keys',
  empty: 'No figures',
  largeP: 'with care',
  largePHelp:
    'With p of 0.8 or more and the same learning rate, training itself can break down; the train error shows whether it does. A larger test error is then no finding about averaging.',
  table: {
    summary: 'All figures, and every seed',
    caption: (table: string) => `${table}: mean ± standard error`,
    seedsCaption: (table: string) => `${table}: every seed`,
    row: 'Row',
    series: 'Figure',
    seed: (seed: number) => `seed ${integer(seed)}`,
    diverged: (runs: number) => `${integer(runs)} diverged`,
  },
  choices: {
    summary: 'How strengths were chosen',
    caption: (what: string) => `${what}: error on the rows held out`,
    chosen: 'chosen',
    diverged: 'diverged',
    values: { 'weight-decay': 'λ', 'max-norm': 'c' } as Record<string, string | undefined>,
    value: (value: number) => number(value),
  },
  computed: (seeds: number, versions: { node: string; tfjs: string; backend: string }) =>
    `${integer(seeds)} ${seeds === 1 ? 'seed' : 'seeds'}; Node ${versions.node}, TensorFlow.js ${versions.tfjs}, ${versions.backend}. To compute it again:`,
};
