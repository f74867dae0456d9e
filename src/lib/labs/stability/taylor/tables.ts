import { thin } from '#lib/charts/lookup.ts';
import type { TableContent } from '#lib/charts/table.ts';
import { formats } from '#lib/i18n/formats.ts';
import type { StabilityTexts } from '#lib/i18n/en/stability.ts';
import type { TaylorAnswer } from '#workers/stability/taylor/taylor.ts';
import { inPrint } from '../products/plot/powers.ts';
import type { PreActivations } from './preactivations.ts';

// English and Chinese write these numbers alike.
const { number, percent } = formats('en');
/** Shows every tenth of the 401 points. */
const mostRows = 41;

/** The function, its polynomial, its derivative and the remainder. */
export function curveTable(
  answer: TaylorAnswer,
  { table }: StabilityTexts['taylor'],
): TableContent {
  const rows = thin(answer.x.length, mostRows).map((i) => [
    number(answer.x[i], 3),
    number(answer.value[i], 4),
    number(answer.polynomial[i], 4),
    number(answer.derivative[i], 4),
    inPrint(answer.remainder[i], 3),
  ]);
  return { head: [...table.curves], rows, total: answer.x.length };
}

/**
 * A layer's pre-activations as a table; its first and last rows count the values beyond the bins.
 */
export function spreadTable(
  { edges, shares, below, above }: PreActivations,
  { table }: StabilityTexts['taylor'],
): TableContent {
  const rows = [
    [`< ${number(edges[0], 3)}`, percent(below)],
    ...shares.map((share, i) => [
      `${number(edges[i], 3)} … ${number(edges[i + 1], 3)}`,
      percent(share),
    ]),
    [`> ${number(edges[edges.length - 1], 3)}`, percent(above)],
  ];
  return { head: [...table.spread], rows, total: rows.length };
}
