import type { Relation } from '#lib/experiment/statistics/verdict.ts';
import type { Difference } from './paired.ts';

/** Groups items by the relation of their difference, `better` first. Empty groups are left out. */
export function byRelation<Item>(
  items: readonly Item[],
  differenceOf: (item: Item) => Difference,
): { relation: Relation; members: Item[] }[] {
  return (['better', 'no clear difference', 'worse'] as const)
    .map((relation) => ({
      relation,
      members: items.filter((item) => differenceOf(item).relation === relation),
    }))
    .filter(({ members }) => members.length > 0);
}
