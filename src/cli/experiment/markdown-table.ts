/** One column of a table. */
export interface Column {
  head: string;
  /** Where its cells stand. */
  align: 'left' | 'right';
}

/** A Markdown table, each column as wide as its widest cell. */
export function markdownTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string {
  const heads = columns.map(({ head }) => head);
  const widths = columns.map((_, c) =>
    Math.max(3, ...[heads, ...rows].map((row) => row[c].length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, c) => pad(cell, widths[c], columns[c].align)).join(' | ')} |`;
  const rule = columns.map(({ align }, c) =>
    align === 'left' ? '-'.repeat(widths[c]) : `${'-'.repeat(widths[c] - 1)}:`,
  );
  return [heads, rule, ...rows].map(line).join('\n');
}

function pad(cell: string, width: number, align: Column['align']): string {
  return align === 'left' ? cell.padEnd(width) : cell.padStart(width);
}
