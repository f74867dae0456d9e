import type { DataSet } from './dataset.ts';

/** What a problem is about. The page has one sentence for each. */
export type ProblemKind =
  | 'unreadable'
  | 'encoding'
  | 'gzip'
  | 'magic'
  | 'rank'
  | 'truncated'
  | 'counts'
  | 'empty'
  | 'ragged'
  | 'not-a-number'
  | 'single-class'
  | 'label'
  | 'too-few'
  | 'too-large'
  | 'files'
  | 'column';

/** What is wrong with a file that is no data set: what was expected, what came, and where. */
export interface DataProblem {
  kind: ProblemKind;
  /** File name, '' where it concerns no one file. */
  file: string;
  /** Byte of an IDX file (from 0), line of a CSV file (from 1), or null. */
  at: { unit: 'byte' | 'line'; value: number; column?: string } | null;
  /** What was expected, as a number or a short text. */
  expected: string;
  /** What came in its place. */
  got: string;
}

/** A data set, or what is wrong with the files. */
export type DataSetOutcome = { ok: true; data: DataSet } | { ok: false; problem: DataProblem };

/** A value read off files, or what is wrong with them. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: DataProblem };

/** The outcome of files that are refused. */
export function failure(problem: DataProblem): { ok: false; problem: DataProblem } {
  return { ok: false, problem };
}
