import type { StoredTable } from '../table.ts';
import { better, together } from './claim.ts';
import { paired, type PerSeed } from './paired.ts';
import { cellAt, comparison, present, rowOf, seriesIn } from './read.ts';
import type { Difference } from './paired.ts';
import type { Comparison, Finding, Side } from './statement.ts';

const networks = ['one-layer', 'two-layers'] as const;

/** How near either mean of subnetworks comes to dropout turned off. */
export function hiddenLayers(table: StoredTable): Finding {
  return {
    table: table.id,
    statements: present(
      networks.flatMap((network) =>
        (['geometric-mean', 'arithmetic-mean'] as const).map((mean) =>
          againstOff(table, network, mean),
        ),
      ),
    ),
    claims: [
      {
        key: 'geometric-is-nearer',
        outcome: together(networks.map((network) => better(nearer(table, network)))),
      },
    ],
  };
}

/** Compares the NLL of a mean with that of dropout off, in one of the networks. */
function againstOff(
  table: StoredTable,
  network: (typeof networks)[number],
  name: 'geometric-mean' | 'arithmetic-mean',
): Comparison | null {
  const row = rowOf(table, network);
  const [mean, off] = [seriesIn(table, 'test-loss', name), seriesIn(table, 'test-loss', 'off')];
  if (row < 0 || !mean || !off) return null;
  const side = ({ name, value }: typeof mean): Side => ({ name: name!, value });
  return comparison([side(mean), cellAt(mean, row)], [side(off), cellAt(off, row)], {
    quantity: 'test-loss',
    place: { network },
  });
}

/** Distance of the geometric mean from dropout off less that of the arithmetic mean, in NLL. */
function nearer(table: StoredTable, network: (typeof networks)[number]): Difference | null {
  const row = rowOf(table, network);
  const [geometric, arithmetic, off] = (['geometric-mean', 'arithmetic-mean', 'off'] as const).map(
    (name) => seriesIn(table, 'test-loss', name),
  );
  if (row < 0 || !geometric || !arithmetic || !off) return null;
  const distances = (from: PerSeed): (number | null)[] =>
    from.map((one, seed) => {
      const level = off.perSeed[row][seed];
      return one === null || level === null ? null : Math.abs(one - level);
    });
  return paired(distances(geometric.perSeed[row]), distances(arithmetic.perSeed[row]));
}
