import { streams } from '#lib/random/key.ts';
import { normals } from './draws.ts';

/** Linear layers `[outputs, inputs]` with biases, one after the other, and no activation between. */
export interface LinearNetwork {
  sizes: readonly number[];
  weights: Float64Array[];
  biases: Float64Array[];
}

/** Normal weights of variance 1/inputs, biases of variance .09. */
export function drawLinearNetwork(sizes: readonly number[], seed: number): LinearNetwork {
  const layers = sizes.slice(1);
  return {
    sizes,
    weights: layers.map((outputs, l) =>
      normals(seed, streams.initialWeights, outputs * sizes[l], 1 / Math.sqrt(sizes[l]), l),
    ),
    biases: layers.map((outputs, l) => normals(seed, streams.dataNoise, outputs, 0.3, l)),
  };
}

/** The output for one input, each layer's input multiplied by `factor(layer, unit)`. */
export function linearOutput(
  { sizes, weights, biases }: LinearNetwork,
  input: Float64Array,
  factor: (layer: number, unit: number) => number,
): Float64Array {
  let h = input;
  for (let l = 0; l < weights.length; l++) {
    const z = Float64Array.from(biases[l]);
    for (let o = 0; o < z.length; o++) {
      for (let i = 0; i < sizes[l]; i++) z[o] += weights[l][o * sizes[l] + i] * factor(l, i) * h[i];
    }
    h = z;
  }
  return h;
}
