import type { DataSet } from '#lib/data/dataset.ts';

/**
 * A grid of points over the plane, row by row from the top left. The outermost lie on the border.
 */
export interface PlaneGrid {
  left: number;
  bottom: number;
  width: number;
  height: number;
  columns: number;
  rows: number;
}

/** Points along the side of a square grid; for others, about √(columns · rows). */
const side = 48;
/** Margin on each side of the data, as a share of their extent. */
const margin = 0.08;
/** Limits of a map's width divided by its height: two rows of three maps should fit on a screen. */
const [slimmest, widest] = [1.2, 1.6];

/** A grid that covers all training and test points of a data set with two inputs. */
export function gridOver({ train, test }: Pick<DataSet, 'train' | 'test'>): PlaneGrid {
  const [x, y] = [0, 1].map((axis) => extent(axis, train.rows, test.rows));
  const aspect = Math.min(widest, Math.max(slimmest, x.size / y.size));
  // Extends the shorter side to fit the map, unless it would have to more than double.
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

/** Coordinates of all grid points, `[rows · columns, 2]`, row by row from the top. */
export function placesOf(grid: PlaneGrid): Float32Array<ArrayBuffer> {
  const places = new Float32Array(2 * grid.columns * grid.rows);
  for (let i = 0; i < places.length / 2; i++) places.set(placeAt(grid, i), 2 * i);
  return places;
}

/** Coordinates of grid point `i`. */
export function placeAt(grid: PlaneGrid, i: number): [x: number, y: number] {
  const [across, down] = shareAt(grid, i);
  return [grid.left + across * grid.width, grid.bottom + (1 - down) * grid.height];
}

/** Position of grid point `i` in the picture, as shares of width and height from the top left. */
export function shareAt({ columns, rows }: PlaneGrid, i: number): [across: number, down: number] {
  return [(i % columns) / (columns - 1), Math.floor(i / columns) / (rows - 1)];
}

/** The grid point nearest to a position in the picture, given as shares of width and height. */
export function placeNearest({ columns, rows }: PlaneGrid, across: number, down: number): number {
  const column = Math.round(clamp(across, 0, 1) * (columns - 1));
  return Math.round(clamp(down, 0, 1) * (rows - 1)) * columns + column;
}

/** The grid point `right` columns to the right and `down` rows below, at most at the border. */
export function placeBeside({ columns, rows }: PlaneGrid, i: number, right: number, down: number) {
  const column = clamp((i % columns) + right, 0, columns - 1);
  return clamp(Math.floor(i / columns) + down, 0, rows - 1) * columns + column;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
