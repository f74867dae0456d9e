import type { DataSet } from '#lib/data/dataset.ts';

/** Places of the plane in rows and columns, from the corner at the top left; the outermost on the border. */
export interface PlaneGrid {
  left: number;
  bottom: number;
  width: number;
  height: number;
  columns: number;
  rows: number;
}

/** About √(columns · rows). */
const side = 48;
/** Room around the data, as a share of their extent. */
const margin = 0.08;
/** Width of a picture by its height: two rows of three are to be seen at once. */
const [slimmest, widest] = [1.2, 1.6];

/** A grid over all points of a data set with two inputs, the test points among them. */
export function gridOver({ train, test }: Pick<DataSet, 'train' | 'test'>): PlaneGrid {
  const [x, y] = [0, 1].map((axis) => extent(axis, train.rows, test.rows));
  const aspect = Math.min(widest, Math.max(slimmest, x.size / y.size));
  // The shorter side gets room, unless that were more than twice what it has.
  const fitted = x.size / y.size / aspect;
  if (fitted > 1 && fitted < 2) grow(y, fitted);
  else if (fitted < 1 && fitted > 0.5) grow(x, 1 / fitted);
  return {
    left: x.low,
    bottom: y.low,
    width: x.size,
    height: y.size,
    columns: Math.round(side * Math.sqrt(aspect)),
    rows: Math.round(side / Math.sqrt(aspect)),
  };
}

interface Extent {
  low: number;
  size: number;
}

function extent(axis: number, ...parts: Float32Array[]): Extent {
  let low = Infinity;
  let high = -Infinity;
  for (const rows of parts) {
    for (let i = axis; i < rows.length; i += 2) {
      low = Math.min(low, rows[i]);
      high = Math.max(high, rows[i]);
    }
  }
  if (!Number.isFinite(high - low)) return { low: -1, size: 2 };
  const room = (high - low || 1) * margin;
  return { low: low - room, size: high - low + 2 * room };
}

function grow(extent: Extent, factor: number): void {
  extent.low -= (extent.size * (factor - 1)) / 2;
  extent.size *= factor;
}

/** The coordinates of all places, `[rows · columns, 2]`, row by row from the top. */
export function placesOf(grid: PlaneGrid): Float32Array<ArrayBuffer> {
  const places = new Float32Array(2 * grid.columns * grid.rows);
  for (let i = 0; i < places.length / 2; i++) places.set(placeAt(grid, i), 2 * i);
  return places;
}

/** x and y of place number `i`. */
export function placeAt(grid: PlaneGrid, i: number): [x: number, y: number] {
  const [across, down] = shareAt(grid, i);
  return [grid.left + across * grid.width, grid.bottom + (1 - down) * grid.height];
}

/** Where place number `i` is in the picture, as shares of its width and height from the top left. */
export function shareAt({ columns, rows }: PlaneGrid, i: number): [across: number, down: number] {
  return [(i % columns) / (columns - 1), Math.floor(i / columns) / (rows - 1)];
}

/** The place nearest to a point of the picture, given in shares of its width and height. */
export function placeNearest({ columns, rows }: PlaneGrid, across: number, down: number): number {
  const column = Math.round(clamp(across, 0, 1) * (columns - 1));
  return Math.round(clamp(down, 0, 1) * (rows - 1)) * columns + column;
}

/** The place so many columns to the right and rows down, or at the border. */
export function placeBeside({ columns, rows }: PlaneGrid, i: number, right: number, down: number) {
  const column = clamp((i % columns) + right, 0, columns - 1);
  return clamp(Math.floor(i / columns) + down, 0, rows - 1) * columns + column;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
