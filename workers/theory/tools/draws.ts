import { generator } from '#lib/random/generator.ts';
import { key, streams, type Stream } from '#lib/random/key.ts';
import { initialParameters } from '../../network/initialisations.ts';
import { layoutOf } from '../../network/layout.ts';

/** `count` normal numbers of standard deviation `scale`, from stream `stream`, case number `index`. */
export function normals(
  seed: number,
  stream: Stream,
  count: number,
  scale = 1,
  index = 0,
): Float64Array {
  const random = generator(key(seed, stream, index));
  return Float64Array.from({ length: count }, () => scale * random.normal());
}

/** Inputs `[count, inputs]`, normal, as float32 numbers, which is what a data set holds. */
export function drawRows(seed: number, count: number, inputs: number, index = 0): Float32Array {
  return Float32Array.from(normals(seed, streams.dataPoint, count * inputs, 1, index));
}

/** Labels `[count]`, every class equally likely. */
export function drawLabels(seed: number, count: number, classes: number, index = 0): Int32Array {
  const random = generator(key(seed, streams.dataLabel, index));
  return Int32Array.from({ length: count }, () => random.below(classes));
}

/** One network of layers of `sizes` units: He weights times `gain`, biases N(0, .3²). */
export function drawNetwork(
  sizes: readonly number[],
  seed: number,
  index = 0,
  gain = 1,
): Float32Array {
  const layout = layoutOf(sizes, 1);
  const random = generator(key(seed, streams.dataNoise, index));
  const own = generator(key(seed, streams.initialWeights, sizes.length, index)).word();
  const parameters = initialParameters(layout, 'he', 0, own).map((w) => gain * w);
  for (const { biases, outputs } of layout.layers) {
    for (let o = 0; o < outputs; o++) parameters[biases + o] = 0.3 * random.normal();
  }
  return parameters;
}
