import type { StoredTable } from '../table.ts';
import type { Outcome } from './claim.ts';
import { differenceOf, paired } from './paired.ts';
import { placesOf, present, seriesIn } from './read.ts';
import type { Finding, Gap } from './statement.ts';

/** A gap counts as gone below this share of the gap at the smallest k. */
const gone = 0.01;

/** Finds whether the geometric mean tends to dropout off as more subnetworks are averaged. */
export function geometricGap(table: StoredTable): Finding {
  const gaps = (['one-layer', 'two-layers'] as const).map((network) => gapOf(table, network));
  const [one, two] = gaps;
  return {
    table: table.id,
    statements: present(gaps),
    claims: [
      { key: 'gap-vanishes', outcome: !one ? 'unclear' : vanished(one) ? 'holds' : 'fails' },
      { key: 'gap-remains', outcome: remains(table, two) },
    ],
  };
}

function gapOf(table: StoredTable, network: Gap['network']): Gap | null {
  const series = seriesIn(table, 'loss-gap', network);
  const places = placesOf(table);
  const gap = differenceOf((series?.perSeed.at(-1) ?? []).filter((one) => one !== null));
  const first = series?.mean[0] ?? null;
  if (!gap || first === null) return null;
  return {
    kind: 'gap',
    network,
    k: places[places.length - 1],
    first: { k: places[0], mean: first },
    gap,
  };
}

/** Whether the gap is not clearly different from 0, or negligible beside that at the smallest k. */
function vanished({ gap, first }: Gap): boolean {
  return gap.relation === 'no clear difference' || Math.abs(gap.mean) < gone * Math.abs(first.mean);
}

/**
 * Whether the gap with two layers is clear, and clearly larger than with one layer, seed by seed.
 */
function remains(table: StoredTable, two: Gap | null): Outcome {
  if (!two || two.gap.relation === 'no clear difference') return 'unclear';
  const sizes = (['two-layers', 'one-layer'] as const).map((network) =>
    (seriesIn(table, 'loss-gap', network)?.perSeed.at(-1) ?? []).map((one) =>
      one === null ? null : Math.abs(one),
    ),
  );
  const difference = paired(sizes[0], sizes[1]);
  if (!difference || difference.relation === 'no clear difference') return 'unclear';
  return difference.relation === 'worse' ? 'holds' : 'fails';
}
