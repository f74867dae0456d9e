import type { TableText } from '../types.ts';

/** The texts of a preview of a data set. */
export interface PreviewText {
  /** The accessible name of the figure, also shown above it. */
  title: string;
  /** Shown while there is no data set yet. */
  empty: string;
  /** Read out for an example with a wrong label: "3, labelled 8". */
  wrong: (trueClass: string, label: string) => string;
  /** Beside the sign that marks wrong labels: "wrong label (true → given)". */
  wrongKey: string;
  /** Beside the ring that marks points with a wrong label: "wrong label". Default: `wrongKey`. */
  wrongRing?: string;
  /** How much of the data set is shown: "40 of 1,000 training examples, 11 with a wrong label". */
  shown: (shown: number, total: number, wrong: number) => string;
  /** Column heads of the tables. */
  row: string;
  label: string;
  trueLabel: string;
  /** Head of the n-th input, counted from 1: "x₁". */
  input: (n: number) => string;
  table: TableText;
}
