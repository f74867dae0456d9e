/**
 * Which points of a line to draw where there are more than a screen can show: in each column of pixels
 * the first, the lowest, the highest and the last, so that no peak is lost. A gap in a column is kept
 * as one gap.
 *
 * @param x ascending, `[points]`
 * @param y `[points]`; NaN and ±Infinity are gaps
 * @param columns pixels across `[from, to]`
 * @returns indices, ascending; all of them where there are no more than `limit`
 */
export function decimate(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  range: { from: number; to: number; log: boolean },
  columns: number,
  limit = 2_000,
): Int32Array {
  const points = x.length;
  if (points <= limit || columns < 1) return Int32Array.from({ length: points }, (_, i) => i);
  const place = range.log ? Math.log : (value: number) => value;
  const from = place(range.from);
  const perUnit = columns / (place(range.to) - from);
  const kept: number[] = [];
  let i = 0;
  while (i < points) {
    const column = Math.floor((place(x[i]) - from) * perUnit);
    const first = i;
    let low = -1;
    let high = -1;
    let gap = -1;
    for (; i < points && Math.floor((place(x[i]) - from) * perUnit) === column; i++) {
      if (!Number.isFinite(y[i])) {
        gap = i;
        continue;
      }
      if (low < 0 || y[i] < y[low]) low = i;
      if (high < 0 || y[i] > y[high]) high = i;
    }
    // A column that cannot be placed (x ≤ 0 on a log axis) still moves on by one point.
    if (i === first) i++;
    const last = i - 1;
    for (const index of [first, low, high, gap, last].sort((a, b) => a - b)) {
      if (index >= 0 && index !== kept[kept.length - 1]) kept.push(index);
    }
  }
  return Int32Array.from(kept);
}
