/** Joins rows of equal length into one array, one row after the other. */
export function joined(rows: readonly Float64Array[]): Float64Array<ArrayBuffer> {
  const columns = rows[0]?.length ?? 0;
  const out = new Float64Array(rows.length * columns);
  rows.forEach((row, i) => out.set(row, i * columns));
  return out;
}
