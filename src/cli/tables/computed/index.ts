import type { Table } from '../table.ts';
import { averagesAgainstK } from './averages-against-k.ts';
import { cleanLabels } from './clean-labels.ts';
import { dataSetSize } from './data-set-size.ts';
import { dropRateFixedN } from './drop-rate-fixed-n.ts';
import { dropRateFixedPn } from './drop-rate-fixed-pn.ts';
import { geometricGap } from './geometric-gap.ts';
import { hiddenLayers } from './hidden-layers.ts';
import { inputNoise } from './input-noise.ts';
import { mnist } from './mnist.ts';
import { noisyDigitsTable } from './noisy-digits.ts';
import { regularisers } from './regularisers.ts';

/** Every table, in the order of `docs/results.md`. */
export const tables: readonly Table[] = [
  noisyDigitsTable,
  averagesAgainstK,
  dropRateFixedN,
  dropRateFixedPn,
  dataSetSize,
  regularisers,
  hiddenLayers,
  geometricGap,
  cleanLabels,
  mnist,
  inputNoise,
];
