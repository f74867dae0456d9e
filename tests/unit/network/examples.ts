import { generator } from '#lib/random/generator.ts';
import { key, streams } from '#lib/random/key.ts';
import { initialParameters } from '#workers/network/initialisations.ts';
import { biasesOf, layoutOf } from '#workers/network/layout.ts';
import type { Batch, EnsembleSpec } from '#workers/network/ensemble.ts';

/** Layers of `hidden` 0 … 3 hidden layers; no count of units is a multiple of four but one. */
export function sizesOf(hidden: number): number[] {
  return [7, ...[9, 6, 8].slice(0, hidden), 3];
}

/** Normal inputs `[count, inputs]` and labels drawn evenly. */
export function examples(count: number, inputs: number, classes: number, seed = 1): Batch {
  const random = generator(key(seed, streams.dataPoint));
  return {
    rows: Float32Array.from({ length: count * inputs }, () => random.normal()),
    labels: Int32Array.from({ length: count }, () => random.below(classes)),
    count,
  };
}

/** The batch of `step` when `size` examples are taken at a time; the last of an epoch may be smaller. */
export function batchAt(all: Batch, size: number, inputs: number, step: number): Batch {
  const first = (step % Math.ceil(all.count / size)) * size;
  const end = Math.min(all.count, first + size);
  return {
    rows: all.rows.slice(first * inputs, end * inputs),
    labels: all.labels.slice(first, end),
    count: end - first,
  };
}

/** He weights, and biases that are not zero: a bias in the wrong place would not show otherwise. */
export function startingParameters(
  spec: Pick<EnsembleSpec, 'sizes' | 'members'>,
  seed = 2,
): Float32Array<ArrayBuffer> {
  const layout = layoutOf(spec.sizes, spec.members);
  const parameters = initialParameters(layout, 'he', 0, seed);
  for (let member = 0; member < spec.members; member++) {
    layout.layers.forEach((_, layer) => {
      const random = generator(key(seed, streams.dataNoise, layer, member));
      const biases = biasesOf(parameters, layout, member, layer);
      biases.forEach((_, i) => (biases[i] = 0.3 * random.normal()));
    });
  }
  return parameters;
}
