import type { LabelColumn } from '../dataset.ts';
import { limits } from '../limits.ts';
import type { NamedBlob } from '../named-blob.ts';
import { failure, type DataProblem, type Outcome } from '../problem.ts';
import { refused } from '../file-error.ts';
import { findColumns, type Columns } from './columns.ts';
import { parseNumber } from './number.ts';
import { csvRows, type CsvRow } from './rows.ts';

/** What a column of labels with a class for nearly every row is likely to be. */
const TOO_MANY = `> ${limits.classes}`;

/** The numbers and labels of a CSV file, as they stand in it. */
export interface Table {
  /** One array a row, without its label. */
  rows: Float64Array[];
  /** The text of each row's label. */
  labels: string[];
  labelColumn: LabelColumn;
}

/** Reads a CSV file, and stops at the first thing that is wrong with it. */
export async function readTable(file: NamedBlob, labelColumn: string): Promise<Outcome<Table>> {
  const table: Table = {
    rows: [],
    labels: [],
    labelColumn: { number: 0, columns: 0, name: null },
  };
  const names = new Map<string, string>();
  let columns: Columns | null = null;
  let held: CsvRow | null = null;

  /** Settles the columns from the first row, once the second is known or known to be absent. */
  function begin(first: CsvRow, second?: CsvRow): DataProblem | null {
    const found = findColumns(first, second, labelColumn, file.name);
    if (!found.ok) return found.problem;
    columns = found.value;
    const { count, label, names: header } = columns;
    table.labelColumn = { number: label + 1, columns: count, name: header?.[label] ?? null };
    return columns.names ? null : addRow(first, columns, table, names, file.name);
  }

  try {
    for await (const rows of csvRows(file, file.name)) {
      if ('ok' in rows) return rows;
      for (const row of rows) {
        if (!columns && !held) {
          held = row;
          continue;
        }
        const problem =
          (columns ? null : begin(held!, row)) ?? addRow(row, columns!, table, names, file.name);
        if (problem) return failure(problem);
      }
    }
  } catch (error) {
    return refused(error, file.name);
  }
  if (held && !columns) {
    const problem = begin(held);
    if (problem) return failure(problem);
  }
  if (table.rows.length > 0) return { ok: true, value: table };
  return failure({ kind: 'empty', file: file.name, at: null, expected: '≥ 1', got: '0' });
}

/** Adds one row to the table, or says what is wrong with it. `names` holds each label text once. */
function addRow(
  { cells, line }: CsvRow,
  columns: Columns,
  table: Table,
  names: Map<string, string>,
  file: string,
): DataProblem | null {
  const problem = (
    kind: DataProblem['kind'],
    expected: string,
    got: string,
    column?: number,
  ): DataProblem => {
    const where = { unit: 'line' as const, value: line };
    const name = column === undefined ? undefined : columns.names?.[column] || String(column + 1);
    return { kind, file, at: name ? { ...where, column: name } : where, expected, got: cut(got) };
  };

  if (cells.length !== columns.count) {
    return problem('ragged', String(columns.count), String(cells.length));
  }
  if (table.rows.length >= limits.rows) {
    return problem('too-large', `${limits.rows} rows`, `> ${limits.rows}`);
  }
  if ((table.rows.length + 1) * columns.count > limits.cells) {
    return problem('too-large', `${limits.cells} numbers`, `> ${limits.cells}`);
  }
  const row = new Float64Array(columns.count - 1);
  for (let column = 0, at = 0; column < cells.length; column++) {
    if (column === columns.label) continue;
    const value = parseNumber(cells[column]);
    if (Number.isNaN(value)) return problem('not-a-number', 'number', cells[column], column);
    row[at++] = value;
  }
  const label = cells[columns.label];
  if (label === '') return problem('label', 'label', '', columns.label);
  if (!names.has(label)) {
    names.set(label, label);
    if (names.size > limits.classes) {
      return problem('label', `≤ ${limits.classes} classes`, TOO_MANY, columns.label);
    }
  }
  table.rows.push(row);
  // The cell is a slice of its chunk; the first text of its kind is kept in its place.
  table.labels.push(names.get(label)!);
  return null;
}

function cut(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
