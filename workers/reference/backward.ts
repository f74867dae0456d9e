import { activations } from '../network/activations.ts';
import type { LayerLayout } from '../network/layout.ts';
import type { Forward } from './forward.ts';
import type { Masks } from './masks.ts';
import { layersOf, type MemberSpec } from './member.ts';
import type { Precision } from './precision.ts';

/** What a backward pass computes. */
export interface Backward {
  /** δ_l `[count, outputs]` of each layer: the derivative of the loss by its pre-activations. */
  deltas: Float64Array[];
  /** The derivative of the loss by each parameter, `[perMember]`; no penalty in it. */
  gradient: Float64Array;
}

/**
 * Backpropagation (Rumelhart, Hinton and Williams 1986) from the logits' derivative `delta`:
 *   G_l = δ_lᵀ h_l,   ∂b_l = Σ δ_l,   δ_(l−1) = (δ_l W_l) · mask · φ′
 */
export function backward(
  spec: MemberSpec,
  parameters: Float64Array,
  pass: Forward,
  delta: Float64Array,
  count: number,
  masks: Masks,
  precision: Precision,
): Backward {
  const { round } = precision;
  const { slope } = activations[spec.activation];
  const layers = layersOf(spec.sizes);
  const gradient = new Float64Array(parameters.length);
  const deltas: Float64Array[] = [];
  deltas[layers.length - 1] = delta;
  for (let l = layers.length - 1; l >= 0; l--) {
    gradientOf(layers[l], deltas[l], pass.entering[l], count, precision, gradient);
    if (l === 0) break;
    deltas[l - 1] = through(parameters, layers[l], deltas[l], count, precision).map((d, i) =>
      // A dropped unit passes nothing back whatever comes from above, Inf and NaN included.
      masks[l][i] === 0 ? 0 : round(d * masks[l][i] * slope(pass.activated[l - 1][i])),
    );
  }
  return { deltas, gradient };
}

/** Writes one layer's part of the gradient. */
function gradientOf(
  { inputs, outputs, weights, biases }: LayerLayout,
  delta: Float64Array,
  h: Float64Array,
  count: number,
  { round, sum }: Precision,
  gradient: Float64Array,
): void {
  for (let o = 0; o < outputs; o++) {
    for (let i = 0; i < inputs; i++) {
      let total = 0;
      for (let row = 0; row < count; row++) {
        total = sum(total + delta[row * outputs + o] * h[row * inputs + i]);
      }
      gradient[weights + o * inputs + i] = round(total);
    }
    let total = 0;
    for (let row = 0; row < count; row++) total = sum(total + delta[row * outputs + o]);
    gradient[biases + o] = round(total);
  }
}

/** δ W `[count, inputs]`: the derivative of the loss by what enters the layer. */
function through(
  parameters: Float64Array,
  { inputs, outputs, weights }: LayerLayout,
  delta: Float64Array,
  count: number,
  { round, sum }: Precision,
): Float64Array {
  const below = new Float64Array(count * inputs);
  for (let row = 0; row < count; row++) {
    for (let i = 0; i < inputs; i++) {
      let total = 0;
      for (let o = 0; o < outputs; o++) {
        total = sum(total + delta[row * outputs + o] * parameters[weights + o * inputs + i]);
      }
      below[row * inputs + i] = round(total);
    }
  }
  return below;
}
