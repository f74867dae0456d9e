import type { StoredTable } from '../table.ts';
import { better } from './claim.ts';
import { flatPart } from './flat.ts';
import { cellAt, comparison, placesOf, present, seriesIn } from './read.ts';
import { paired } from './paired.ts';
import type { Comparison, Finding } from './statement.ts';

/**
 * Finds where the test error is flat if layers get wider the more is dropped. `narrow`, the table
 * of layers of one width, is compared at the largest p if it is given.
 */
export function dropRateFixedPn(table: StoredTable, narrow?: StoredTable): Finding {
  const series = seriesIn(table, 'test-error', 'dropout');
  const flat = flatPart(table, series);
  const wider = narrow ? widerAgainst(table, narrow) : null;
  const half = placesOf(table).indexOf(0.5);
  const best = placesOf(table).indexOf(flat?.best ?? Number.NaN);
  const near =
    series && half >= 0 && best >= 0 ? paired(series.perSeed[half], series.perSeed[best]) : null;
  return {
    table: table.id,
    statements: present([flat, wider]),
    claims: [
      {
        key: 'half-is-near-the-best',
        outcome: !near ? 'unclear' : near.relation === 'worse' ? 'fails' : 'holds',
      },
      ...(wider
        ? [{ key: 'width-mends-large-p' as const, outcome: better(wider.difference) }]
        : []),
    ],
  };
}

/** Compares layers that were widened with those that were not, at the largest p in both tables. */
function widerAgainst(wide: StoredTable, narrow: StoredTable): Comparison | null {
  const [places, others] = [placesOf(wide), placesOf(narrow)];
  const p = Math.max(...places.filter((place) => others.includes(place)));
  const [a, b] = [wide, narrow].map((one) => seriesIn(one, 'test-error', 'dropout'));
  if (!Number.isFinite(p) || !a || !b) return null;
  const side = (name: 'wider-layers' | 'same-layers') => ({ name, value: null });
  return comparison(
    [side('wider-layers'), cellAt(a, places.indexOf(p))],
    [side('same-layers'), cellAt(b, others.indexOf(p))],
    { quantity: 'test-error', place: { key: 'p', value: p } },
  );
}
