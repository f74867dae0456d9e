import { besideLine, textWidth } from '#lib/charts/text-width.ts';
import type { StepMark } from './lines.ts';

/** Rows above the plot in which names may stand. */
export const markRows = 3;

/** Where the name of a mark begins, in CSS pixels, and in which row, counted from the top. */
export interface MarkPlace {
  x: number;
  row: number;
}

/**
 * A place for the name of each mark beside its line, which runs down from its row; null where not all of
 * them fit without covering one another or being struck through by a line.
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

/** A row for each name, those of the first ones being given. */
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

/** Whether one name covers the other, or the line of the upper one strikes through the lower. */
function disturb(a: Name, rowA: number, b: Name, rowB: number): boolean {
  if (rowA === rowB) return a.x < b.end && b.x < a.end;
  const [upper, lower] = rowA < rowB ? [a, b] : [b, a];
  return lower.x <= upper.line && upper.line <= lower.end;
}
