import { mean as meanOf, deviation } from 'd3-array';
import type { Trained } from '../lib/crew/train.ts';

/** One line of the table of results: test errors in percent, one for each seed. */
export interface Row {
  name: string;
  errors: number[];
}

/** Test error in percent of the first estimator of what was trained. */
export function testError({ evaluations }: Trained): number {
  const { testWrong } = evaluations[0];
  return (100 * testWrong.reduce((sum, wrong) => sum + wrong, 0)) / testWrong.length;
}

/** Mean and standard error. */
export function summary(errors: readonly number[]): { mean: number; standardError: number } {
  const standardError = (deviation(errors) ?? Number.NaN) / Math.sqrt(errors.length);
  return { mean: meanOf(errors) ?? Number.NaN, standardError };
}

/** The rows as a Markdown table, each column as wide as its widest cell. */
export function markdown(rows: readonly Row[], seeds: readonly number[]): string {
  const head = ['', ...seeds.map((seed) => `seed ${seed}`), 'mean', 'standard error'];
  const lines = rows.map(({ name, errors }) => {
    const { mean, standardError } = summary(errors);
    const digits = [...errors, mean].map((error) => error.toFixed(1));
    return [name, ...digits, standardError.toFixed(2)];
  });
  const widths = head.map((_, i) => Math.max(3, ...[head, ...lines].map((line) => line[i].length)));
  const line = (cells: string[]) =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
  const rule = widths.map((width, i) =>
    i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(head), line(rule), ...lines.map(line)].join('\n');
}
