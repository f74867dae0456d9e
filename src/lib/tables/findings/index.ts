import type { StoredTable, TableId } from '../table.ts';
import { averagesAgainstK } from './averages-against-k.ts';
import { cleanLabels } from './clean-labels.ts';
import { dataSetSize } from './data-set-size.ts';
import { dropRateFixedN } from './drop-rate-fixed-n.ts';
import { dropRateFixedPn } from './drop-rate-fixed-pn.ts';
import { geometricGap } from './geometric-gap.ts';
import { hiddenLayers } from './hidden-layers.ts';
import { inputNoise } from './input-noise.ts';
import { mnist } from './mnist.ts';
import { noisyDigits } from './noisy-digits.ts';
import { regularisers } from './regularisers.ts';
import type { Finding } from './statement.ts';

type Reader = (table: StoredTable, others: readonly StoredTable[]) => Finding;

const readers: Record<TableId, Reader> = {
  'noisy-digits': noisyDigits,
  'averages-against-k': averagesAgainstK,
  'drop-rate-fixed-n': dropRateFixedN,
  'drop-rate-fixed-pn': (table, others) =>
    dropRateFixedPn(
      table,
      others.find(({ id }) => id === 'drop-rate-fixed-n'),
    ),
  'data-set-size': dataSetSize,
  regularisers,
  'hidden-layers': hiddenLayers,
  'geometric-gap': geometricGap,
  'clean-labels': cleanLabels,
  mnist,
  'input-noise': inputNoise,
};

/**
 * What a table allows to be said. `drop-rate-fixed-pn` is also compared with `drop-rate-fixed-n`,
 * if `others` has that. Pure.
 */
export function findingOf(table: StoredTable, others: readonly StoredTable[] = []): Finding {
  return readers[table.id](table, others);
}
