/** Writes the transpose of `from` `[rows, columns]` to `to` `[columns, rows]`, in tiles that stay in cache. */
export function transpose(
  from: Float32Array,
  rows: number,
  columns: number,
  to: Float32Array,
): void {
  const tile = 16;
  for (let r0 = 0; r0 < rows; r0 += tile) {
    const r1 = Math.min(rows, r0 + tile);
    for (let c0 = 0; c0 < columns; c0 += tile) {
      const c1 = Math.min(columns, c0 + tile);
      for (let c = c0; c < c1; c++) {
        for (let r = r0; r < r1; r++) to[c * rows + r] = from[r * columns + c];
      }
    }
  }
}
