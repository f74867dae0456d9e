import type { StoredTable } from '../table.ts';
import { together, type Outcome } from './claim.ts';
import { flatPart, placeAgainst } from './flat.ts';
import { placesOf, present, seriesIn } from './read.ts';
import type { Finding, Flat } from './statement.ts';

/** The drop probabilities between which Srivastava et al. 2014, Fig. 9a, is flat. */
const published = { from: 0.2, to: 0.6 };

/** Finds where the test error is flat, and whether networks still train at the largest p. */
export function dropRateFixedN(table: StoredTable): Finding {
  const flat = flatPart(table, seriesIn(table, 'test-error', 'dropout'));
  const end = Math.max(...placesOf(table));
  const training =
    flat && placeAgainst(table, seriesIn(table, 'train-error', 'dropout'), [end, flat.best]);
  return {
    table: table.id,
    statements: present([flat, training]),
    claims: [
      { key: 'flat-in-the-middle', outcome: flatThere(flat) },
      { key: 'rises-outside', outcome: rises(table, flat) },
    ],
  };
}

function flatThere(flat: Flat | null): Outcome {
  if (!flat) return 'unclear';
  if (flat.from <= published.from && flat.to >= published.to) return 'holds';
  return flat.from < published.to && flat.to > published.from ? 'in-part' : 'fails';
}

/** Whether both ends are clearly worse than the best. */
function rises(table: StoredTable, flat: Flat | null): Outcome {
  if (!flat) return 'unclear';
  const places = placesOf(table);
  const ends = [Math.min(...places), Math.max(...places)];
  return together(
    ends.map((end) => (flat.worse.some(({ value }) => value === end) ? 'holds' : 'fails')),
  );
}
