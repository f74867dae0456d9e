/** Null is a gap; undefined is a point that only another line has. */
export type Cell = number | null | undefined;

/** A line. `x` ascends. */
interface Line {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
}

/**
 * Puts lines with x of their own onto one shared x, as uPlot wants it.
 *
 * @returns `x`: every x of any line, ascending, once; `columns`: `[lines][x]`
 */
export function align(lines: readonly Line[]): { x: number[]; columns: Cell[][] } {
  const x = sharedX(lines);
  const columns = lines.map((line) => {
    const column = new Array<Cell>(x.length).fill(undefined);
    let row = 0;
    for (let i = 0; i < line.x.length; i++) {
      while (row < x.length && x[row] < line.x[i]) row++;
      if (x[row] !== line.x[i]) continue; // x was not finite
      column[row] = Number.isFinite(line.y[i]) ? line.y[i] : null;
    }
    return column;
  });
  return { x, columns };
}

/** Every finite x of any line, ascending, once. */
export function sharedX(lines: readonly Pick<Line, 'x'>[]): number[] {
  if (lines.length === 0) return [];
  const [first, ...others] = lines;
  let shared: number[] = Array.from(first.x).filter(Number.isFinite);
  for (const other of others) {
    // Lines of one run are measured at the same steps: nothing to merge.
    if (!sameValues(shared, other.x)) shared = merge(shared, other.x);
  }
  return shared.filter((value, i) => i === 0 || value !== shared[i - 1]);
}

function merge(a: readonly number[], b: ArrayLike<number>): number[] {
  const merged: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (j < b.length && !Number.isFinite(b[j])) j++;
    else if (j >= b.length || (i < a.length && a[i] <= b[j])) {
      if (j < b.length && a[i] === b[j]) j++;
      merged.push(a[i++]);
    } else merged.push(b[j++]);
  }
  return merged;
}

function sameValues(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
