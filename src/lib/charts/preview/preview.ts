import type { DataSet } from '#lib/data/dataset.ts';
import type { Colour } from '../colour.ts';
import { thin } from '../lookup.ts';
import type { Marker } from '../styles.ts';

/** What a preview shows of a data set. */

const CLASS_COLOURS = 6;
const CLASS_MARKERS: readonly Marker[] = [
  'circle', 'triangle', 'square', 'diamond', 'cross', 'triangle-down', 'plus',
]; // prettier-ignore

/** Colour and shape of a class; shapes go on where colours begin again. */
export function classLook(label: number): { token: string; marker: Marker } {
  return {
    token: `--class-${label % CLASS_COLOURS}`,
    marker: CLASS_MARKERS[label % CLASS_MARKERS.length],
  };
}

export function isWrong({ train }: DataSet, row: number): boolean {
  return train.labels[row] !== train.trueLabels[row];
}

export function countWrong(data: DataSet, rows: readonly number[]): number {
  return rows.reduce((wrong, row) => wrong + Number(isWrong(data, row)), 0);
}

/** The first rows of the training part, at most `most` of them. */
export function firstRows(data: DataSet, most: number): number[] {
  return Array.from({ length: Math.min(most, data.train.labels.length) }, (_, i) => i);
}

/** Rows of the whole training part, evenly spread. */
export function spreadRows(data: DataSet, most: number): number[] {
  return thin(data.train.labels.length, most);
}

/**
 * One example as an image: ink of one colour, as thick as the pixel is bright.
 *
 * @param scale what pixel values stand for no ink and full ink
 * @returns RGBA, `[height, width, 4]`
 */
export function inkImage(
  data: DataSet,
  row: number,
  [red, green, blue]: Colour,
  [none, full]: readonly [number, number],
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = data.train.rows.subarray(row * data.inputs, (row + 1) * data.inputs);
  const image = new Uint8ClampedArray(pixels.length * 4);
  for (let i = 0; i < pixels.length; i++) {
    image[4 * i] = red;
    image[4 * i + 1] = green;
    image[4 * i + 2] = blue;
    image[4 * i + 3] = (255 * (pixels[i] - none)) / (full - none);
  }
  return image;
}

/**
 * The pixel values for no ink and full ink: 0 and 1, or, for standardised data, the lowest and the
 * highest value in the rows that are shown.
 */
export function inkScale(data: DataSet, rows: readonly number[]): [number, number] {
  if (data.scaling === 'unit') return [0, 1];
  let low = Infinity;
  let high = -Infinity;
  for (const row of rows) {
    for (let i = row * data.inputs; i < (row + 1) * data.inputs; i++) {
      low = Math.min(low, data.train.rows[i]);
      high = Math.max(high, data.train.rows[i]);
    }
  }
  return low < high ? [low, high] : [0, 1];
}

/** A window on the plane that holds the given rows, with a margin; at least half as high as it is wide. */
export function planeWindow(
  data: DataSet,
  rows: readonly number[],
): { left: number; bottom: number; width: number; height: number } {
  const low = [Infinity, Infinity];
  const high = [-Infinity, -Infinity];
  for (const row of rows) {
    for (const axis of [0, 1]) {
      const value = data.train.rows[2 * row + axis];
      low[axis] = Math.min(low[axis], value);
      high[axis] = Math.max(high[axis], value);
    }
  }
  const extents = [high[0] - low[0], high[1] - low[1]];
  const largest = Math.max(...extents);
  if (!Number.isFinite(largest)) return { left: -1, bottom: -1, width: 2, height: 2 };
  const margin = (largest || 2) * 0.06;
  const [width, height] = extents.map(
    (extent) => Math.max(extent, largest / 2, margin) + 2 * margin,
  );
  return {
    left: (low[0] + high[0] - width) / 2,
    bottom: (low[1] + high[1] - height) / 2,
    width,
    height,
  };
}
