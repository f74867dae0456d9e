import type { Quantity, StoredTable } from '../table.ts';
import type { Outcome } from './claim.ts';
import { paired } from './paired.ts';
import { placesOf, present, seriesIn } from './read.ts';
import type { Finding, Meeting } from './statement.ts';

/** Where Srivastava et al. 2014, Fig. 11, has the mean meet dropout turned off: "about 50". */
const published = 50;

/** Finds the number of subnetworks from which on their mean is as good as dropout turned off. */
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
  // A k with too few figures for a comparison does not count as met.
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

/** The claim holds if the meeting is within a factor of five of the published k, else in part. */
function meetsNear(found: Meeting | null): Outcome {
  if (!found) return 'unclear';
  if (found.from === null) return 'fails';
  return found.from >= published / 5 && found.from <= published * 5 ? 'holds' : 'in-part';
}

/**
 * Whether the mean is not clearly worse at the largest k: it could meet dropout off and part again.
 */
function staysWith(found: Meeting | null): Outcome {
  if (!found) return 'unclear';
  return found.atEnd.relation === 'worse' ? 'fails' : 'holds';
}
