/** One line and what goes with it (its band): all columns share `x`. */
export interface Table {
  /** Ascending, `[points]`. */
  x: ArrayLike<number>;
  /** `[columns][points]` */
  columns: readonly ArrayLike<number>[];
}

/** Null is a gap; undefined is a point that only another line has. */
export type Cell = number | null | undefined;

/**
 * Puts lines with x of their own onto one shared x, as uPlot wants it.
 *
 * @returns `x`: every x of any table, ascending, once; `columns`: those of all tables in turn, as long as `x`
 */
export function align(tables: readonly Table[]): { x: number[]; columns: Cell[][] } {
  const x = sharedX(tables);
  const columns: Cell[][] = [];
  for (const table of tables) {
    const at = table.columns.map(() => new Array<Cell>(x.length).fill(undefined));
    let row = 0;
    for (let i = 0; i < table.x.length; i++) {
      while (row < x.length && x[row] < table.x[i]) row++;
      if (x[row] !== table.x[i]) continue; // x was not finite
      for (let c = 0; c < at.length; c++) {
        const value = table.columns[c][i];
        at[c][row] = Number.isFinite(value) ? value : null;
      }
    }
    columns.push(...at);
  }
  return { x, columns };
}

/** Every finite x of any table, ascending, once. */
export function sharedX(tables: readonly { x: ArrayLike<number> }[]): number[] {
  if (tables.length === 0) return [];
  const [first, ...others] = tables;
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
