import type { StoredTable } from '../table.ts';
import { better } from './claim.ts';
import { againstControl, differenceIn, judged, rowAgainst } from './methods.ts';
import { present, seriesIn } from './read.ts';
import type { Finding } from './statement.ts';

/** What dropout gains with clean labels, where there are no wrong ones to memorise. */
export function cleanLabels(table: StoredTable): Finding {
  const error = seriesIn(table, judged);
  const dropout = rowAgainst(table, error, ['dropout', 'single']);
  return {
    table: table.id,
    statements: present([
      againstControl(table, error, 'single'),
      rowAgainst(table, error, ['dropout', 'full-ensemble']),
    ]),
    claims: [{ key: 'dropout-beats-single', outcome: better(differenceIn(dropout)) }],
  };
}
