import { thin } from '#lib/charts/lookup.ts';
import type { TableContent } from '#lib/charts/table.ts';
import { precisionNames } from '#lib/experiment/stability/stack.ts';
import type { StabilityTexts } from '#lib/i18n/en/stability.ts';
import type { ProductsAnswer } from '#workers/stability/products/products.ts';
import { fromLog10, inPrint } from './plot/powers.ts';

/** Enough for the usual hundred factors and the product before the first. */
const mostRows = 101;

/** The product after each number of factors, exactly and in each precision. */
export function productTable(
  { exact, runs }: ProductsAnswer,
  factor: number,
  text: StabilityTexts['products'],
): TableContent {
  const rows = thin(exact.length, mostRows).map((k) => [
    String(k),
    `${factor < 0 && k % 2 === 1 ? '−' : ''}${fromLog10(exact[k], 4)}`,
    ...precisionNames.map((precision) => inPrint(runs[precision].products[k], 4)),
  ]);
  return {
    head: [text.table.factors, text.table.exact, ...precisionNames],
    rows,
    total: exact.length,
  };
}
