import type { VariantName } from '#lib/experiment/experiment.ts';
import type { Question } from '../../asking.ts';
import { subnetworkOf, thinnedOf, type Study } from '../study.ts';

/** How many test examples, from the first, are searched, and how many subnetworks predict them. */
const [mostRows, subnetworks] = [1000, 20];

export interface DisputedJob {
  variant: VariantName;
  most: number;
}

/**
 * The test examples about which the first 20 subnetworks disagree most, by number from 0, the most
 * disputed first: by the variance of the predicted probabilities, summed over the classes.
 */
export const disputed: Question<Study, DisputedJob, Int32Array<ArrayBuffer>> = async (
  study,
  { variant, most },
  conversation,
) => {
  const { inputs, classes, test } = study;
  const count = Math.min(mostRows, test.labels.length);
  const rows = test.rows.slice(0, count * inputs);
  const network = thinnedOf(study, variant, rows);
  const sum = new Float64Array(count * classes);
  const squares = new Float64Array(count * classes);
  let asked = 0;
  do {
    network.predict(subnetworkOf(study, asked)).forEach((log, i) => {
      const probability = Math.exp(log);
      sum[i] += probability;
      squares[i] += probability * probability;
    });
    asked++;
  } while (asked < subnetworks && (await conversation.goesOn()));
  network.release();
  const variance = Float64Array.from({ length: count }, (_, row) => {
    let total = 0;
    for (let i = row * classes; i < (row + 1) * classes; i++)
      total += squares[i] / asked - (sum[i] / asked) ** 2;
    return total;
  });
  return Int32Array.from(variance.keys())
    .sort((a, b) => variance[b] - variance[a])
    .slice(0, most);
};
