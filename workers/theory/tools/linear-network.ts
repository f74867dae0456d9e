import { streams } from '#lib/random/key.ts';
import { keptScale } from '../../network/masks.ts';
import type { Outcome } from '../statement.ts';
import { comparing } from './compare.ts';
import { normals } from './draws.ts';
import { eachMask } from './enumerate.ts';

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
function linearOutput(
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

/**
 * Compares the arithmetic mean of a network's outputs on one random input, over all masks of `bits` units
 * at drop probability `p`, with its output with nothing dropped. `bitOf` says which of the units of the
 * mask decides on a unit of a layer.
 */
export function linearMeanAgainstOff(
  network: LinearNetwork,
  bits: number,
  p: number,
  bitOf: (layer: number, unit: number) => number,
  seed: number,
): Outcome {
  const input = normals(seed, streams.dataPoint, network.sizes[0]);
  const scale = keptScale(p);
  const off = linearOutput(network, input, () => 1);
  const mean = new Float64Array(off.length);
  eachMask(bits, p, (kept, weight) => {
    const output = linearOutput(network, input, (l, unit) => scale * kept[bitOf(l, unit)]);
    output.forEach((value, o) => (mean[o] += weight * value));
  });
  const compared = comparing('equal');
  off.forEach((value, o) => compared.add(mean[o], value));
  return compared.outcome();
}
