import type { StoredTable } from '../table.ts';
import { better } from './claim.ts';
import { differenceIn, judged, rowAgainst } from './methods.ts';
import { present } from './read.ts';
import type { Finding } from './statement.ts';

/** Dropout on real digits, against the control and against subnetworks with weights of their own. */
export function mnist(table: StoredTable): Finding {
  const sizes = table.series
    .filter(({ quantity }) => quantity === judged)
    .map((series) => {
      const train = Number(series.settings.train);
      const against = (object: 'single' | 'subnetworks') =>
        rowAgainst(table, series, ['dropout', object], { key: 'train', value: train });
      return { train, control: against('single'), subnetworks: against('subnetworks') };
    });
  return {
    table: table.id,
    statements: present(sizes.flatMap(({ control, subnetworks }) => [control, subnetworks])),
    claims: sizes.map(({ train, control }) => ({
      key: 'dropout-beats-single',
      outcome: better(differenceIn(control)),
      train,
    })),
  };
}
