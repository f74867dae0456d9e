import { group, sum } from 'd3-array';
import { markdownTable } from 'markdown-table';
import type { EstimatorResult } from '#lib/experiment/result.ts';
import { cellText } from './grid.ts';
import type { Averages, UnitRecord } from './record.ts';
import { meanErrorText } from './statistics.ts';

/** Subnetworks averaged that get a row of the table. */
const ks = [1, 10, 100, 1000];

/** What one run says about one way of predicting. Errors are shares, NLL in nats. */
interface Figure {
  /** As the table names it. */
  estimator: string;
  examples: number;
  error: number | null;
  loss: number | null;
}

/**
 * The records as a Markdown table: a row for each cell, variant and estimator, with mean ± standard
 * error over the seeds. What is swept over one value alone gets no column. Runs that diverged are
 * counted, and take no part in the means.
 */
export function summary(records: readonly UnitRecord[]): string {
  const swept = Object.keys(records[0]?.cell ?? {}).filter(
    (name) => new Set(records.map(({ cell }) => cell[name])).size > 1,
  );
  const rows = [...group(records, ({ cell, variant }) => `${cellText(cell)} ${variant}`).values()];
  const words = [...swept, 'variant', 'estimator'];
  const figures = ['examples', 'error %', 'NLL', 'runs'];
  return markdownTable([[...words, ...figures], ...rows.flatMap((runs) => rowsOf(runs, swept))], {
    align: [...words.map(() => ''), ...figures.map(() => 'r')],
  });
}

/** The rows of the runs of one variant in one cell. */
function rowsOf(runs: readonly UnitRecord[], swept: readonly string[]): string[][] {
  const [{ cell, variant }] = runs;
  const reached = runs.filter(({ stop }) => stop === 'reached');
  const count = [String(reached.length), ...asides(runs)].join(' ');
  const figures = (reached.length > 0 ? reached : runs).map(figuresOf);
  return figures[0].map(({ estimator, examples }, row) => {
    const column = (of: (figure: Figure) => number | null, digits: number) =>
      meanErrorText(
        reached.length > 0 ? figures.map((run) => of(run[row]) ?? Number.NaN) : [],
        digits,
      );
    return [
      ...swept.map((name) => String(cell[name])),
      variant,
      estimator,
      String(examples),
      column(({ error }) => error && 100 * error, 2),
      column(({ loss }) => loss, 3),
      count,
    ];
  });
}

/** What went wrong in some of the runs. */
function asides(runs: readonly UnitRecord[]): string[] {
  const diverged = runs.filter(({ stop }) => stop === 'diverged').length;
  const members = sum(runs, ({ stop, diverged }) => (stop === 'reached' ? diverged.length : 0));
  const words = [
    ...(diverged > 0 ? [`${diverged} diverged`] : []),
    ...(members > 0 ? [`${members} ${members === 1 ? 'member' : 'members'} diverged`] : []),
  ];
  return words.length > 0 ? [`(${words.join(', ')})`] : [];
}

function figuresOf({ estimators, validation, noise, averages }: UnitRecord): Figure[] {
  const of = (some: readonly EstimatorResult[], where = ''): Figure[] =>
    some.map(({ estimator, k, testExamples, testError, testLoss }) => ({
      estimator: nameOf(estimator, k) + where,
      examples: testExamples,
      error: testError,
      loss: testLoss,
    }));
  return [
    ...of(estimators),
    ...of(validation ?? [], ', validation rows'),
    ...noise.flatMap((one) => of(one.estimators, `, input noise ${one.deviation}`)),
    ...(averages ? averageFigures(averages, estimators[0].testExamples) : []),
  ];
}

function nameOf(estimator: string, k: number): string {
  return estimator === 'members-mean' ? `mean of ${k} members` : estimator;
}

function averageFigures(averages: Averages, tested: number): Figure[] {
  const { k, examples, arithmetic, geometric, off } = averages;
  const at = (estimator: string, { error, loss }: Averages['arithmetic'], n: number): Figure => {
    const i = k.indexOf(n);
    return { estimator, examples, error: error[i], loss: loss[i] };
  };
  const shown = ks.filter((n) => k.includes(n));
  return [
    // The same estimator as above, to compare with the means on the same examples.
    ...(examples === tested ? [] : [{ estimator: 'off', examples, ...off }]),
    ...shown.map((n) => at(n === 1 ? 'one subnetwork' : `arithmetic mean of ${n}`, arithmetic, n)),
    ...shown.filter((n) => n > 1).map((n) => at(`geometric mean of ${n}`, geometric, n)),
  ];
}
