import { besideLine, textWidth } from '#lib/charts/text-width.ts';
import type { StepMark } from './lines.ts';

/** Rows above the plot for the names of marks. */
export const markRows = 3;

/** The left end of a mark's name in CSS pixels, and its row, counted from the top. */
export interface MarkPlace {
  x: number;
  row: number;
}

/**
 * A place for each mark's name beside its vertical line, which starts at the name's row. Null if
 * the names cannot all be placed without overlapping or being crossed by a line.
 */
export function placeMarks(
  marks: readonly StepMark[],
  toX: (step: number) => number,
  fontSize: number,
  range: readonly [left: number, right: number],
): MarkPlace[] | null {
  const names = marks.map(({ step, name }) => {
    const line = toX(step);
    const x = besideLine(line, name, fontSize, range);
    return { line, x, end: x + textWidth(name, fontSize) };
  });
  if (names.some(({ line, x, end }) => end > range[1] || (x <= line && line <= end))) return null;
  const rows = rowsFor(names, []);
  return rows && names.map(({ x }, i) => ({ x, row: rows[i] }));
}

interface Name {
  line: number;
  x: number;
  end: number;
}

/** A row for each name, found by backtracking; `given` are the rows of the first names. */
function rowsFor(names: readonly Name[], given: readonly number[]): readonly number[] | null {
  if (given.length === names.length) return given;
  const next = names[given.length];
  for (let row = 0; row < markRows; row++) {
    const clear = given.every((other, i) => !disturb(names[i], other, next, row));
    const rows = clear ? rowsFor(names, [...given, row]) : null;
    if (rows) return rows;
  }
  return null;
}

/** Whether two names overlap, or the line of the upper one crosses the lower one. */
function disturb(a: Name, rowA: number, b: Name, rowB: number): boolean {
  if (rowA === rowB) return a.x < b.end && b.x < a.end;
  const [upper, lower] = rowA < rowB ? [a, b] : [b, a];
  return lower.x <= upper.line && upper.line <= lower.end;
}
