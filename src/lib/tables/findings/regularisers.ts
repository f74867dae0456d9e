import type { StoredTable } from '../table.ts';
import { better } from './claim.ts';
import { againstControl, differenceIn, judged, rowAgainst } from './methods.ts';
import { present, seriesIn } from './read.ts';
import type { Finding } from './statement.ts';

/** Dropout against other ways to keep a network from learning by heart, each tuned. */
export function regularisers(table: StoredTable): Finding {
  const error = seriesIn(table, judged);
  const against = (pair: Parameters<typeof rowAgainst>[2]) => rowAgainst(table, error, pair);
  const maxNorm = against(['max-norm', 'weight-decay']);
  const dropout = against(['dropout', 'weight-decay']);
  const both = against(['dropout-max-norm', 'max-norm']);
  return {
    table: table.id,
    statements: present([
      againstControl(table, error, 'single'),
      dropout,
      against(['dropout', 'early-stopping']),
      against(['dropout-max-norm', 'dropout']),
    ]),
    claims: [
      { key: 'max-norm-beats-l2', outcome: better(differenceIn(maxNorm)) },
      { key: 'dropout-beats-l2', outcome: better(differenceIn(dropout)) },
      { key: 'both-beat-max-norm', outcome: better(differenceIn(both)) },
    ],
  };
}
