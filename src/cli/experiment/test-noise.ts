import type { DataSet } from '#lib/data/dataset.ts';
import { generator } from '#lib/random/generator.ts';
import { key, streams } from '#lib/random/key.ts';

/**
 * The data set with independent Gaussian noise of standard deviation `deviation` on every test input.
 * The draws follow from `seed` alone: at another deviation the same noise is larger or smaller, and every
 * variant is tested on the same inputs. Only a few training rows are kept, since nothing is trained on it.
 */
export function withTestNoise(data: DataSet, deviation: number, seed: number): DataSet {
  const { train, test, inputs } = data;
  const rows = test.rows.slice();
  // Layer 1 keeps this noise apart from that of training with noise on the inputs.
  const stream = key(seed, streams.inputNoise, 1);
  test.labels.forEach((_, example) => {
    const random = generator(stream, example);
    const end = (example + 1) * inputs;
    for (let i = example * inputs; i < end; i++) rows[i] += deviation * random.normal();
  });
  return {
    ...data,
    train: {
      rows: train.rows.slice(0, inputs),
      labels: train.labels.slice(0, 1),
      trueLabels: train.trueLabels.slice(0, 1),
    },
    test: { rows, labels: test.labels },
  };
}
