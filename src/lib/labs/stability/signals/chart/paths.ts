import type { Axis } from './axis.ts';

/** Maps numbers to SVG pixels: `toX` takes a value of `x`, `toY` a place of the axis in [0, 1]. */
interface Pixels {
  x: readonly number[];
  axis: Axis;
  toX: (x: number) => number;
  toY: (place: number) => number;
}

/** A line through the values, with gaps at those that the axis cannot show. */
export function linePath(values: ArrayLike<number>, { x, axis, toX, toY }: Pixels): string {
  let path = '';
  let pen = 'M';
  for (let i = 0; i < x.length; i++) {
    const place = axis.place(values[i]);
    if (Number.isNaN(place)) {
      pen = 'M';
      continue;
    }
    path += `${pen}${toX(x[i]).toFixed(1)},${toY(place).toFixed(1)}`;
    pen = 'L';
  }
  return path;
}

/**
 * The area between two lines, cut off at the edges of the axis. It has gaps where either line is
 * NaN, and where both lie beyond the same edge.
 */
export function bandPath(
  low: ArrayLike<number>,
  high: ArrayLike<number>,
  { x, axis, toX, toY }: Pixels,
): string {
  let path = '';
  let run: { x: number; low: number; high: number }[] = [];
  const close = () => {
    if (run.length > 1) {
      const up = run.map((p) => `${toX(p.x).toFixed(1)},${toY(p.high).toFixed(1)}`);
      const down = run.map((p) => `${toX(p.x).toFixed(1)},${toY(p.low).toFixed(1)}`).reverse();
      path += `M${[...up, ...down].join('L')}Z`;
    }
    run = [];
  };
  for (let i = 0; i < x.length; i++) {
    const from = clamped(low[i], axis);
    const to = clamped(high[i], axis);
    if (Number.isNaN(from) || Number.isNaN(to) || (from === to && (from === 0 || from === 1)))
      close();
    else run.push({ x: x[i], low: from, high: to });
  }
  close();
  return path;
}

function clamped(value: number, axis: Axis): number {
  if (Number.isNaN(value)) return NaN;
  if (value === Infinity) return 1;
  if (value === -Infinity || (axis.kind === 'log' && value <= 0)) return 0;
  return Math.min(1, Math.max(0, axis.place(value)));
}
