import type { Quantity, StoredTable } from '../table.ts';
import type { Outcome } from './claim.ts';
import { paired } from './paired.ts';
import { placesOf, present, seriesIn } from './read.ts';
import type { Finding, Meeting } from './statement.ts';

/** Where Srivastava et al. 2014, Fig. 11, has the mean meet dropout turned off: "about 50". */
const published = 50;

/** From how many subnetworks on their mean is as good as dropout turned off. */
export function averagesAgainstK(table: StoredTable): Finding {
  const meetings = {
    error: meeting(table, 'test-error', 'arithmetic-mean'),
    loss: meeting(table, 'test-loss', 'arithmetic-mean'),
    geometric: meeting(table, 'test-loss', 'geometric-mean'),
  };
  return {
    table: table.id,
    statements: present([meetings.error, meetings.loss, meetings.geometric]),
    claims: [
      { key: 'mean-meets-off', outcome: meetsNear(meetings.error) },
      { key: 'mean-stays-with-off', outcome: staysWith(meetings.error) },
    ],
  };
}

function meeting(
  table: StoredTable,
  quantity: Quantity,
  name: 'arithmetic-mean' | 'geometric-mean',
): Meeting | null {
  const [curve, level] = [seriesIn(table, quantity, name), seriesIn(table, quantity, 'off')];
  if (!curve || !level) return null;
  const places = placesOf(table);
  const differences = places.map((_, row) => paired(curve.perSeed[row], level.perSeed[row]));
  const atEnd = differences.at(-1);
  if (!atEnd) return null;
  // What cannot be compared does not count as met.
  const last = differences.findLastIndex((one) => !one || one.relation === 'worse');
  return {
    kind: 'meeting',
    quantity,
    key: 'k',
    subject: { name, value: null },
    object: { name: 'off', value: null },
    from: places[last + 1] ?? null,
    end: places[places.length - 1],
    atEnd,
  };
}

/** Near is within a factor of five; a meeting further off holds in part. */
function meetsNear(found: Meeting | null): Outcome {
  if (!found) return 'unclear';
  if (found.from === null) return 'fails';
  return found.from >= published / 5 && found.from <= published * 5 ? 'holds' : 'in-part';
}

/** As good or better at the end; a mean that was met and is then clearly worse would not be. */
function staysWith(found: Meeting | null): Outcome {
  if (!found) return 'unclear';
  return found.atEnd.relation === 'worse' ? 'fails' : 'holds';
}
