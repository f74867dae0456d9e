import type { StoredTable } from '../table.ts';
import { together, type Claim, type Outcome } from './claim.ts';
import { gained, gainsAlong } from './gains.ts';
import type { Finding, Gains } from './statement.ts';

/** What dropout gains with few and with many training examples. */
export function dataSetSize(table: StoredTable): Finding {
  const gains = gainsAlong(table, 'dropout', 'single');
  return {
    table: table.id,
    statements: gains ? [gains] : [],
    claims: gains ? claims(gains) : [],
  };
}

function claims(gains: Gains): Claim[] {
  const [first, ...others] = gains.places;
  return [
    {
      key: 'no-gain-with-little-data',
      outcome: first.gain.relation === 'better' ? 'fails' : 'holds',
    },
    { key: 'gain-with-more-data', outcome: together(others.map(({ gain }) => gained(gain))) },
    { key: 'gain-declines', outcome: declines(gains) },
  ];
}

/** Whether the gain with the most data is clearly less than the largest one. */
function declines({ endAgainstPeak }: Gains): Outcome {
  if (!endAgainstPeak) return 'fails';
  // No mean gain is above that of the peak, so a clear difference is a decline.
  return endAgainstPeak.relation === 'no clear difference' ? 'unclear' : 'holds';
}
