import type { StoredTable } from '../table.ts';
import { together } from './claim.ts';
import { gained, gainsAlong } from './gains.ts';
import { present } from './read.ts';
import type { Finding } from './statement.ts';

/** Who bears noise on the test inputs better than the control, and up to how much. */
export function inputNoise(table: StoredTable): Finding {
  const noise = gainsAlong(table, 'input-noise', 'single');
  const noisy = (noise?.places ?? []).filter(({ value }) => value > 0);
  return {
    table: table.id,
    statements: present([noise, gainsAlong(table, 'dropout', 'single')]),
    claims: [
      { key: 'noise-beats-single', outcome: together(noisy.map(({ gain }) => gained(gain))) },
    ],
  };
}
