import type { StoredTable } from '../table.ts';
import { better } from './claim.ts';
import { againstControl, differenceIn, judged, rowAgainst } from './methods.ts';
import { present, seriesIn } from './read.ts';
import type { Finding } from './statement.ts';

/** What dropout gains, and how much of it averaging gains alone. */
export function noisyDigits(table: StoredTable): Finding {
  const error = seriesIn(table, judged);
  const against = (
    subject: 'dropout' | 'dropout-mean',
    object: Parameters<typeof rowAgainst>[2][1],
  ) => rowAgainst(table, error, [subject, object]);
  return {
    table: table.id,
    statements: present([
      againstControl(table, error, 'single'),
      against('dropout', 'subnetworks'),
      against('dropout', 'full-ensemble'),
      against('dropout-mean', 'dropout'),
    ]),
    claims: [
      { key: 'dropout-beats-single', outcome: better(differenceIn(against('dropout', 'single'))) },
    ],
  };
}
