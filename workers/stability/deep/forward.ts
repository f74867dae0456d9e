import { keptScale } from '../../network/masks.ts';
import type { Arithmetic, Cells, Numbers } from '../tools/arithmetic.ts';
import { stackActivation } from '../tools/activations.ts';
import type { Watch } from '../tools/trouble.ts';
import type { LayerPlan } from './plan.ts';

/** What a layer computes with: its matrices `[outputs, inputs]`, and a bias for each, or none. */
export interface LayerWeights {
  matrices: readonly Cells[];
  biases: readonly Numbers[] | null;
}

/** What a layer's forward pass leaves for its backward pass; matrices are `[units, count]`. */
export interface Passed {
  /** What left the layer. */
  out: Cells;
  /** The derivative of the activation, mask included. */
  slopes: Cells;
  /** What entered the second matrix of a branch; null where there is none. */
  inner: Cells | null;
}

/** What one layer is called with, beside what enters it. */
export interface LayerCall {
  layer: LayerPlan;
  /** The number of the layer, counted from 1. */
  number: number;
  weights: LayerWeights;
  /** 1 where a unit is kept, `[units, count]`; null where nothing is dropped. */
  mask: Uint8Array | null;
  arithmetic: Arithmetic;
  watch: Watch;
}

/** One layer on `h` `[inputs, count]`: z = W h + b, u = mask · φ(z)/(1 − p), then W₂ u + b₂ and the skip. */
export function forwardLayer(call: LayerCall, h: Cells): Passed {
  const { layer, number, weights, arithmetic, watch } = call;
  const { make, product, view } = arithmetic;
  const [first, second] = weights.matrices;
  const inner = product(first, h);
  const slopes = make(inner.shape[0], inner.shape[1]);
  addBias(view(inner), weights.biases?.[0], arithmetic);
  watch.see('forward', number, 'pre-activation', view(inner));
  activate(call, view(inner), view(slopes));
  watch.see('forward', number, 'activation', view(inner));
  let out = inner;
  if (second) {
    out = product(second, inner);
    addBias(view(out), weights.biases?.[1], arithmetic);
    watch.see('forward', number, 'branch', view(out));
  }
  if (layer.skip !== null) {
    addSkip(view(h), layer.skip, view(out), arithmetic.round);
    watch.see('forward', number, 'skip', view(out));
  }
  return { out, slopes, inner: second ? inner : null };
}

function addBias(z: Numbers, bias: Numbers | undefined, { round }: Arithmetic): void {
  if (!bias) return;
  const count = z.length / bias.length;
  for (let unit = 0; unit < bias.length; unit++) {
    const b = bias[unit];
    for (let i = unit * count; i < (unit + 1) * count; i++) z[i] = round(z[i] + b);
  }
}

/** Activation and mask in place, and the derivative of both. A dropped unit is 0 whatever it held. */
function activate({ layer, mask, arithmetic }: LayerCall, z: Numbers, slopes: Numbers): void {
  const { round } = arithmetic;
  const { value, slope } = stackActivation[layer.activation];
  if (!mask) {
    for (let i = 0; i < z.length; i++) {
      const a = round(value(z[i]));
      z[i] = a;
      slopes[i] = slope(a);
    }
    return;
  }
  const scale = keptScale(layer.drop);
  for (let i = 0; i < z.length; i++) {
    const a = round(value(z[i]));
    z[i] = mask[i] ? round(scale * a) : 0;
    slopes[i] = mask[i] ? scale * slope(a) : 0;
  }
}

/** out ← h + α · out. */
function addSkip(h: Numbers, alpha: number, out: Numbers, round: (x: number) => number): void {
  for (let i = 0; i < out.length; i++) out[i] = round(h[i] + alpha * out[i]);
}
