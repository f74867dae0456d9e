import { streams } from '#lib/random/key.ts';
import { keptScale } from '../../network/masks.ts';
import { normals } from './draws.ts';
import { eachMask } from './enumerate.ts';

/** One unit: what each input adds to its weighted sum, wᵢxᵢ, and its bias. */
export interface Unit {
  terms: Float64Array;
  bias: number;
}

/** A unit with normal inputs and weights, each of standard deviation 1. */
export function drawUnit(inputs: number, seed: number, index: number): Unit {
  const x = normals(seed, streams.dataPoint, inputs, 1, index);
  const w = normals(seed, streams.initialWeights, inputs, 1, index);
  const [bias] = normals(seed, streams.dataNoise, 1, 1, index);
  return { terms: x.map((value, i) => value * w[i]), bias };
}

/** S with nothing dropped, which is E[S]: Σ wᵢxᵢ + b. */
export function meanSum({ terms, bias }: Unit): number {
  return terms.reduce((sum, term) => sum + term, bias);
}

/** S under every mask of the inputs, with its probability. */
export function eachSum(
  { terms, bias }: Unit,
  p: number,
  visit: (sum: number, weight: number) => void,
): void {
  const scale = keptScale(p);
  eachMask(terms.length, p, (kept, weight) => {
    let sum = bias;
    for (let i = 0; i < terms.length; i++) sum += kept[i] * scale * terms[i];
    visit(sum, weight);
  });
}

/** σ(z), and ln σ(z) without overflow. */
export const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
export const logSigmoid = (z: number) => Math.min(z, 0) - Math.log1p(Math.exp(-Math.abs(z)));
