import type { DataSet, TrainingExamples } from '#lib/data/dataset.ts';
import { generator } from '#lib/random/generator.ts';
import { key, streams } from '#lib/random/key.ts';
import { permutation } from '#lib/random/permutation.ts';
import { InputError } from './input-error.ts';

/**
 * A data set whose training rows are shared out: a part of them, drawn anew from each seed, takes the
 * place of the test rows, and the rest is left for training. The part keeps the labels that its rows
 * carry, wrong ones included: with training data alone nobody could put them right.
 *
 * Throws `InputError` where a part would have no row.
 */
export function heldOut(data: DataSet, share: number, seed: number): DataSet {
  const total = data.train.labels.length;
  const count = Math.round(share * total);
  if (count < 1 || count >= total) {
    throw new InputError(
      `--holdout ${share}: expected a share that leaves rows for both parts, got ${count} of ${total} rows.`,
    );
  }
  // Layer 1 keeps this order apart from the one that shares a file out to train and test.
  const order = permutation(total, generator(key(seed, streams.dataSplit, 1)));
  const { rows, labels } = take(data, order.subarray(0, count));
  return { ...data, train: take(data, order.subarray(count)), test: { rows, labels } };
}

/** Some training rows of a data set, in the order given. */
function take({ train, inputs }: DataSet, order: Uint32Array): TrainingExamples {
  const rows = new Float32Array(order.length * inputs);
  order.forEach((row, i) => {
    rows.set(train.rows.subarray(row * inputs, (row + 1) * inputs), i * inputs);
  });
  return {
    rows,
    labels: Int32Array.from(order, (row) => train.labels[row]),
    trueLabels: Int32Array.from(order, (row) => train.trueLabels[row]),
  };
}
