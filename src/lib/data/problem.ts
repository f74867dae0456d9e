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

/** Why a file is no data set: what was expected, what came, and where. */
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

/** A data set, or the reason why there is none. */
export type DataSetOutcome = { ok: true; data: DataSet } | { ok: false; problem: DataProblem };

/** A value of some kind, or the reason why there is none. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: DataProblem };

/** A failed outcome. */
export function failure(problem: DataProblem): { ok: false; problem: DataProblem } {
  return { ok: false, problem };
}
