import { generator } from '#lib/random/generator.ts';
import { key, streams } from '#lib/random/key.ts';
import { permutation } from '#lib/random/permutation.ts';
import type { TrainingExamples } from './dataset.ts';

/**
 * The two parts of a data set, as the `layer` word of a key: no training example shares a random
 * number with a test example. Part of the frozen outputs: never renumber.
 */
export const parts = { train: 0, test: 1 } as const;
export type Part = keyof typeof parts;

/**
 * The class of each of `count` examples: every block of `classes` neighbours holds each class once, in
 * an order of its own. So classes are balanced, and example i has the same class however many follow.
 */
export function balancedLabels(
  count: number,
  classes: number,
  seed: number,
  part: Part,
): Int32Array<ArrayBuffer> {
  const labels = new Int32Array(count);
  // Member 1 keeps the order of a block apart from the point of the example of the same row.
  const stream = key(seed, streams.dataPoint, parts[part], 1);
  for (let block = 0; block * classes < count; block++) {
    const order = permutation(classes, generator(stream, block));
    for (let i = 0; i < classes; i++) {
      if (block * classes + i < count) labels[block * classes + i] = order[i];
    }
  }
  return labels;
}

/**
 * Training examples of which each label is drawn anew, uniformly among all classes, with probability
 * `labelNoise`. Of the labels drawn anew 1 in `classes` stays right by chance, as in Zhang et al.
 * (2017), so the expected share of wrong labels is labelNoise · (1 − 1/classes). With the same seed, a
 * label drawn anew at one noise is drawn anew, to the same class, at every higher one.
 */
export function withLabelNoise(
  rows: Float32Array<ArrayBuffer>,
  trueLabels: Int32Array<ArrayBuffer>,
  classes: number,
  labelNoise: number,
  seed: number,
): TrainingExamples {
  const labels = trueLabels.slice();
  const stream = key(seed, streams.dataLabel);
  for (let i = 0; i < labels.length; i++) {
    const random = generator(stream, i);
    if (random.uniform() < labelNoise) labels[i] = random.below(classes);
  }
  return { rows, labels, trueLabels };
}
