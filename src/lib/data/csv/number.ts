/** What stands for a missing value in files from pandas, R and spreadsheets, in lower case. */
const missing = new Set(['', 'nan', 'na', 'n/a', 'null', 'none', '?']);

/** The number that a trimmed cell holds, or NaN where it holds none: decimal, finite, nothing else. */
export function parseNumber(cell: string): number {
  const value = Number(cell);
  if (!Number.isFinite(value) || cell === '') return Number.NaN;
  // Number() takes 0x10, 0b1 and 0o7 too, which no table of numbers means.
  return cell.length > 1 && cell.charCodeAt(1) > 57 && /^0[box]/i.test(cell) ? Number.NaN : value;
}

/** Whether a trimmed cell is a word: neither a number nor a sign that one is missing. */
export function isWord(cell: string): boolean {
  if (!Number.isNaN(parseNumber(cell))) return false;
  return !missing.has(cell.toLowerCase()) && !/^[+-]?inf(inity)?$/i.test(cell);
}
