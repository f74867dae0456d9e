import { limits } from '../limits.ts';
import { failure, type DataProblem, type Outcome } from '../problem.ts';
import { isWord, parseNumber } from './number.ts';
import type { CsvRow } from './rows.ts';

/** What the first rows say of the columns. */
export interface Columns {
  /** Cells in a row, the label among them. */
  count: number;
  /** Which of them is the label, from 0. */
  label: number;
  /** The names in the first row, or null where that row holds data. */
  names: string[] | null;
}

/**
 * Finds the label column and whether the first row is a header. `wanted` is a column's name, its number
 * from 1, or '' for the last.
 *
 * The first row is a header when it holds the wanted name, or a word in a column of numbers, or a word
 * for a label where the row below has a number. A gap (empty, NaN) is not a word: a file whose
 * first row of data has one is told so rather than losing that row.
 */
export function findColumns(
  first: CsvRow,
  second: CsvRow | undefined,
  wanted: string,
  file: string,
): Outcome<Columns> {
  const { cells } = first;
  const count = cells.length;
  const fail = (kind: DataProblem['kind'], expected: string, got: string) =>
    failure({ kind, file, at: { unit: 'line', value: first.line }, expected, got });

  if (count < 2) return fail('column', '≥ 2', String(count));
  if (count - 1 > limits.inputs) {
    return fail('too-large', `${limits.inputs} columns`, `${count - 1} columns`);
  }
  const name = wanted.trim();
  const named = name === '' ? -1 : cells.indexOf(name);
  const byNumber = /^[0-9]+$/.test(name);
  if (named >= 0 && !byNumber) return { ok: true, value: { count, label: named, names: cells } };

  if (name !== '' && !byNumber) return fail('column', name, list(cells));
  const label = name === '' ? count - 1 : Number(name) - 1;
  const inside = label >= 0 && label < count;
  const header =
    cells.some((cell, column) => column !== label && isWord(cell)) ||
    (inside && isWord(cells[label]) && isNumber(second?.cells[label]));
  // A header may well call a column "5": then that is the one that is meant.
  if (header && named >= 0) return { ok: true, value: { count, label: named, names: cells } };
  if (!inside) return fail('column', name, `1 … ${count}`);
  return { ok: true, value: { count, label, names: header ? cells : null } };
}

function isNumber(cell: string | undefined): boolean {
  return cell !== undefined && !Number.isNaN(parseNumber(cell));
}

function list(names: string[]): string {
  const text = names.join(', ');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
