/**
 * Line segments, four numbers each: x and y of both ends, in columns and rows from the top left.
 */
export type Lines = number[];

/**
 * Finds where a field on a grid, `[rows · columns]`, is 0: marching squares with linear
 * interpolation. A saddle is joined by the mean of its corners. Cells with a NaN corner are
 * skipped, without any line.
 */
function zeroLines(field: ArrayLike<number>, columns: number, lines: Lines): void {
  const rows = field.length / columns;
  const ends: [x: number, y: number][] = [];
  for (let y = 0; y < rows - 1; y++) {
    for (let x = 0; x < columns - 1; x++) {
      const at = y * columns + x;
      const [a, b, c, d] = [field[at], field[at + 1], field[at + columns + 1], field[at + columns]];
      const [top, right, bottom, left] = [a > 0 !== b > 0, b > 0 !== c > 0, c > 0 !== d > 0, d > 0 !== a > 0]; // prettier-ignore
      if (!(top || right || bottom || left) || Number.isNaN(a + b + c + d)) continue;
      ends.length = 0;
      if (top) ends.push([x + a / (a - b), y]);
      if (right) ends.push([x + 1, y + b / (b - c)]);
      if (bottom) ends.push([x + d / (d - c), y + 1]);
      if (left) ends.push([x, y + a / (a - d)]);
      // Four ends make a saddle: top joins right if the centre has the sign of the top-left corner,
      // else left.
      const turned = ends.length === 4 && a + b + c + d > 0 !== a > 0;
      if (turned) ends.unshift(ends.pop()!);
      for (let i = 0; i < ends.length; i += 2) lines.push(...ends[i], ...ends[i + 1]);
    }
  }
}

/** Lower bound for probabilities whose logarithm is taken. */
const least = 1e-30;

/**
 * The borders between the regions in which each class is the most probable; with two classes, where
 * both have probability ½. They are sought in the log-odds, which are piecewise linear for a
 * network of ReLUs: lines stay straight even where the probability falls from 1 to 0 within one
 * cell.
 *
 * @param probabilities `[rows · columns, classes]`
 */
export function boundaryLines(
  probabilities: ArrayLike<number>,
  classes: number,
  columns: number,
): Lines {
  const points = probabilities.length / classes;
  const logs = new Float64Array(probabilities.length);
  for (let i = 0; i < logs.length; i++) logs[i] = Math.log(Math.max(least, probabilities[i]));
  const margin = new Float64Array(points);
  const lines: Lines = [];
  // With two classes one margin is minus the other; with more, each region has its own outline.
  for (let c = classes === 2 ? 1 : 0; c < classes; c++) {
    for (let point = 0; point < points; point++) {
      let other = -Infinity;
      for (let d = 0; d < classes; d++)
        if (d !== c) other = Math.max(other, logs[point * classes + d]);
      margin[point] = logs[point * classes + c] - other;
    }
    zeroLines(margin, columns, lines);
  }
  return lines;
}
