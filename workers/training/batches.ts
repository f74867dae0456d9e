import type { TrainingExamples } from '#lib/data/dataset.ts';
import { generator } from '#lib/random/generator.ts';
import { key, streams } from '#lib/random/key.ts';
import { permutation } from '#lib/random/permutation.ts';
import type { Batch } from '../network/ensemble.ts';

/**
 * The batch of any step, as a pure function of the step: each epoch is a new order of all rows, cut
 * into batches (the last may be smaller). The batch is overwritten by the next call.
 */
export interface Batches {
  stepsPerEpoch: number;
  at(step: number): Batch;
}

/** Noise on the inputs: its standard deviation and seed. */
export interface InputNoise {
  deviation: number;
  seed: number;
}

/** Batches of `size` rows of `examples`, in the orders of `seed`. */
export function batchesOf(
  examples: TrainingExamples,
  inputs: number,
  size: number,
  seed: number,
  noise: InputNoise,
): Batches {
  const total = examples.labels.length;
  const most = Math.min(size, total);
  const stepsPerEpoch = Math.ceil(total / most);
  const rows = new Float32Array(most * inputs);
  const labels = new Int32Array(most);
  const orderKey = key(seed, streams.order);
  const noiseKey = key(noise.seed, streams.inputNoise);
  let epoch = -1;
  let order: Uint32Array = new Uint32Array(0);

  function at(step: number): Batch {
    const wanted = Math.floor(step / stepsPerEpoch);
    if (wanted !== epoch) {
      order = permutation(total, generator(orderKey, 0, wanted));
      epoch = wanted;
    }
    const first = (step - epoch * stepsPerEpoch) * most;
    const count = Math.min(most, total - first);
    for (let b = 0; b < count; b++) {
      const row = order[first + b];
      rows.set(examples.rows.subarray(row * inputs, (row + 1) * inputs), b * inputs);
      labels[b] = examples.labels[row];
      if (noise.deviation > 0) {
        const random = generator(noiseKey, b, step);
        for (let i = b * inputs; i < (b + 1) * inputs; i++) {
          rows[i] += noise.deviation * random.normal();
        }
      }
    }
    return { rows, labels, count };
  }

  return { stepsPerEpoch, at };
}
