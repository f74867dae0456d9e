import { classLook, isWrong } from '#lib/charts/preview/preview.ts';
import { markerPath } from '#lib/charts/styles.ts';
import type { DataSet } from '#lib/data/dataset.ts';
import type { PlaneGrid } from './plane-grid.ts';

/**
 * Draws training points over a map: a shape and a colour for each class, an outline that sets them
 * off, and a ring around wrong labels. The canvas has `width` by `height` pixels.
 *
 * @param token gives the value of a custom property
 */
export function drawPoints(
  context: CanvasRenderingContext2D,
  data: DataSet,
  rows: readonly number[],
  grid: PlaneGrid,
  { width, height, ratio }: { width: number; height: number; ratio: number },
  token: (name: string) => string,
): void {
  // Smaller points on smaller maps, and where there are many.
  const radius = ratio * Math.min(5.5, Math.max(2.2, (width / ratio / 90) * Math.sqrt(160 / rows.length))); // prettier-ignore
  context.clearRect(0, 0, width, height);
  for (const row of rows) {
    const [x, y] = data.train.rows.subarray(2 * row, 2 * row + 2);
    const look = classLook(data.train.labels[row]);
    context.setTransform(
      1,
      0,
      0,
      1,
      ((x - grid.left) / grid.width) * width,
      (1 - (y - grid.bottom) / grid.height) * height,
    );
    const path = new Path2D(markerPath(look.marker, radius));
    context.strokeStyle = token('--surface-raised');
    context.lineWidth = Math.min(2 * ratio, 0.45 * radius);
    context.stroke(path);
    context.fillStyle = token(look.token);
    context.fill(path);
    if (!isWrong(data, row)) continue;
    const ring = new Path2D(markerPath('circle', radius + 2.5 * ratio));
    context.lineWidth = 1.5 * ratio;
    context.strokeStyle = token('--ink');
    context.stroke(ring);
  }
  context.resetTransform();
}
