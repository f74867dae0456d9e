/** What is taken from a column, and what it is then multiplied with. */
export interface Scale {
  /** `[columns]` */
  shift: Float64Array;
  /** `[columns]`; 0 for a column that is constant, so that it says nothing and harms nothing. */
  factor: Float64Array;
}

/**
 * The scale that brings each column of the rows in `order` to mean 0 and variance 1 (of those rows, not
 * of a population). Mean and variance in two passes, on numbers divided by the column's largest, so
 * that neither 1e300 overflows nor 1e9 ± 1 cancels.
 */
export function standardScale(rows: Float64Array[], order: Uint32Array): Scale {
  const columns = rows[order[0]].length;
  const shift = new Float64Array(columns);
  const factor = new Float64Array(columns);
  for (let c = 0; c < columns; c++) {
    let largest = 0;
    for (const row of order) largest = Math.max(largest, Math.abs(rows[row][c]));
    if (largest === 0) continue;
    let mean = 0;
    for (const row of order) mean += rows[row][c] / largest;
    mean /= order.length;
    let variance = 0;
    for (const row of order) variance += (rows[row][c] / largest - mean) ** 2;
    const sd = Math.sqrt(variance / order.length);
    shift[c] = mean * largest;
    // A constant column is all 1 or all −1 here, and so is its mean, exactly.
    factor[c] = sd > 0 ? 1 / sd / largest : 0;
  }
  return { shift, factor };
}

/** The rows of `order` at that scale, row-major `[order.length, columns]`, kept within ±1e6. */
export function standardise(
  rows: Float64Array[],
  order: Uint32Array,
  { shift, factor }: Scale,
): Float32Array<ArrayBuffer> {
  const columns = shift.length;
  const out = new Float32Array(order.length * columns);
  order.forEach((row, i) => {
    for (let c = 0; c < columns; c++) {
      const value = (rows[row][c] - shift[c]) * factor[c];
      // A test value far from all training values is far away, but not Infinity or NaN.
      out[i * columns + c] = Math.max(-1e6, Math.min(1e6, value)) || 0;
    }
  });
  return out;
}
