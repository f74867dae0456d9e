import type { VariantName } from '../../src/lib/experiment/experiment.ts';
import { predictionOf } from '../averaging/estimator.ts';
import { thinnedNetwork } from '../averaging/thinned.ts';
import { keptScale } from '../network/masks.ts';
import type { Question } from './question.ts';
import { networkOf } from './study.ts';

/** Test examples that are looked through, from the first. */
const mostRows = 2000;

export interface UndecidedJob {
  variant: VariantName;
  most: number;
}

/**
 * The test examples that the network with dropout off is least sure of, the least sure first: those
 * whose two most probable classes are closest, by number from 0.
 */
export const undecided: Question<UndecidedJob, Int32Array<ArrayBuffer>> = (
  study,
  { variant, most },
) => {
  const { inputs, classes, test, spec, p, memory } = study;
  const count = Math.min(mostRows, test.labels.length);
  const rows = test.rows.slice(0, count * inputs);
  const network = thinnedNetwork(spec, networkOf(study, variant), rows, count, memory);
  const all = p.map(() => null);
  const { probabilities } = predictionOf(network.predict(all, p.map(keptScale)));
  network.release();
  const margins = Array.from({ length: count }, (_, row) => {
    const [first, second] = probabilities
      .slice(row * classes, (row + 1) * classes)
      .sort()
      .reverse();
    return first - second;
  });
  return Int32Array.from(margins.keys())
    .sort((a, b) => margins[a] - margins[b])
    .slice(0, most);
};
