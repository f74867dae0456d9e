import { formatValue } from '#lib/charts/format.ts';
import type { TableContent } from '#lib/charts/table.ts';
import type { SubnetworksTexts } from '#lib/i18n/en/subnetworks.ts';

/** The predictions for one example, `[classes]` each; null if unknown. */
interface Opinions {
  own: unknown;
  at: number;
  said: ArrayLike<number> | null;
  mean: ArrayLike<number> | null;
  off: ArrayLike<number> | null;
  exact: ArrayLike<number> | null;
}

/** The bars as a table with all classes, and with the exact mean of all `subnetworks` if known. */
export function opinionTable(
  { own, at, said, mean, off, exact }: Opinions,
  classes: readonly string[],
  truth: number,
  subnetworks: number,
  text: SubnetworksTexts['thinned']['bars'],
): TableContent {
  const columns = [
    { name: own ? text.own : text.one, values: said },
    { name: text.mean(at), values: mean },
    { name: text.off, values: off },
    ...(exact ? [{ name: text.exact(subnetworks), values: exact }] : []),
  ];
  return {
    head: [text.class, ...columns.map(({ name }) => name)],
    rows: classes.map((name, c) => [
      c === truth ? `${name} (${text.truth})` : name,
      ...columns.map(({ values }) => formatValue(values?.[c], 'percent')),
    ]),
    total: classes.length,
  };
}
