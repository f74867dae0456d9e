import { activations } from '../network/activations.ts';
import type { LayerLayout } from '../network/layout.ts';
import { layersOf, type MemberSpec } from './member.ts';
import type { Masks } from './masks.ts';
import type { Precision } from './precision.ts';

/** Everything a forward pass computes, layer by layer; arrays are `[count, units]`. */
export interface Forward {
  /** What enters each layer, its mask applied; `entering[0]` are the inputs. */
  entering: Float64Array[];
  /** Weighted sums of each layer, biases included; the last are the logits. */
  preActivations: Float64Array[];
  /** Each hidden layer's activations, before its mask. */
  activated: Float64Array[];
}

/** A forward pass over `count` rows `[count, inputs]`. */
export function forward(
  spec: MemberSpec,
  parameters: Float64Array,
  rows: ArrayLike<number>,
  count: number,
  masks: Masks,
  precision: Precision,
): Forward {
  const { round } = precision;
  const { value } = activations[spec.activation];
  const layers = layersOf(spec.sizes);
  const entering = [masks[0].map((factor, i) => round(factor * rows[i]))];
  const preActivations: Float64Array[] = [];
  const activated: Float64Array[] = [];
  layers.forEach((layer, l) => {
    const z = affine(parameters, layer, entering[l], count, precision);
    preActivations.push(z);
    if (l === layers.length - 1) return;
    const a = z.map((x) => round(value(x)));
    activated.push(a);
    entering.push(a.map((x, i) => dropped(x, masks[l + 1][i], round)));
  });
  return { entering, preActivations, activated };
}

/** An activation under its mask. A dropped unit gives 0 whatever it holds, Inf and NaN included. */
function dropped(a: number, factor: number, round: Precision['round']): number {
  return factor === 0 ? 0 : round(factor * a);
}

/** z = W h + b for each example; h `[count, inputs]`, z `[count, outputs]`. */
function affine(
  parameters: Float64Array,
  { inputs, outputs, weights, biases }: LayerLayout,
  h: Float64Array,
  count: number,
  { round, sum }: Precision,
): Float64Array {
  const z = new Float64Array(count * outputs);
  for (let row = 0; row < count; row++) {
    for (let o = 0; o < outputs; o++) {
      let total = 0;
      for (let i = 0; i < inputs; i++) {
        total = sum(total + parameters[weights + o * inputs + i] * h[row * inputs + i]);
      }
      z[row * outputs + o] = round(total + parameters[biases + o]);
    }
  }
  return z;
}
