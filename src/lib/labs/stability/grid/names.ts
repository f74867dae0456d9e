import { formatNumber } from '#lib/fields/number-text.ts';
import type { StabilityTexts } from '#lib/i18n/en/stability.ts';
import type { GridPlan, GridRow } from './plan.ts';

/** The name of a row of the grid. */
export function rowName(
  { depth, initialisation, activation }: GridRow,
  { fields, grid }: StabilityTexts,
): string {
  return depth === undefined ? fields.options[initialisation ?? activation!] : grid.layers(depth);
}

/** The name of a cell: its row and its learning rate. Cells are counted row by row. */
export function cellName(plan: GridPlan, cell: number, text: StabilityTexts): string {
  const row = plan.rows[Math.floor(cell / plan.columns.length)];
  const rate = plan.columns[cell % plan.columns.length];
  return text.grid.where(rowName(row, text), formatNumber(rate));
}
