import { transpose } from '../../network/host/transpose.ts';
import type { Batch } from '../../network/ensemble.ts';
import type { Arithmetic, Cells, Numbers } from '../tools/arithmetic.ts';
import type { Watch } from '../tools/trouble.ts';
import { backwardLayer } from './backward.ts';
import { forwardLayer, type LayerCall, type LayerWeights, type Passed } from './forward.ts';
import { crossEntropy } from './loss.ts';
import { layerMask } from './mask.ts';
import type { Places } from './parameters.ts';
import type { DeepPlan } from './plan.ts';

/**
 * Both passes of one batch: writes the gradient to `gradient` `[places.total]`, without the loss scale.
 * Ends after the forward pass, with a gradient of 0, where a number in it is not finite. Frees all that
 * `arithmetic` made.
 */
export function passes(
  plan: DeepPlan,
  places: Places,
  weights: readonly LayerWeights[],
  { rows, labels, count }: Batch,
  step: number,
  arithmetic: Arithmetic,
  watch: Watch,
  gradient: Numbers,
): { loss: number; activations: Float64Array } {
  const { layers, widths, spec } = plan;
  const { make, view, round, free } = arithmetic;
  const activations = new Float64Array(layers.length + 1).fill(Number.NaN);
  gradient.fill(0);
  try {
    const h: Cells[] = [make(widths[0], count)];
    const inputs = view(h[0]);
    // A transpose only moves numbers; those of the data are float32.
    transpose(rows, count, widths[0], inputs as Float32Array);
    if (spec.precision === 'float16') inputs.forEach((x, i) => (inputs[i] = round(x)));
    activations[0] = largestOf(inputs);
    const calls = layers.map((layer, l): LayerCall => {
      const mask = layerMask(plan, l, 0, step, count);
      return { layer, number: l + 1, weights: weights[l], mask, arithmetic, watch };
    });
    const passed: Passed[] = [];
    for (let l = 0; l < layers.length; l++) {
      passed[l] = forwardLayer(calls[l], h[l]);
      h[l + 1] = passed[l].out;
      activations[l + 1] = largestOf(view(h[l + 1]));
      if (watch.nonFinite()) return { loss: Number.NaN, activations };
    }
    let g = h[layers.length];
    const loss = crossEntropy(view(g), labels, count, spec.lossScale, round);
    watch.see('forward', layers.length, 'loss', Float64Array.of(loss));
    watch.see('backward', layers.length, 'gradient', view(g));
    for (let l = layers.length - 1; l >= 0; l--) {
      const made = backwardLayer(calls[l], passed[l], h[l], g);
      places.layers[l].forEach(({ weights, biases }, m) => {
        unscale(view(made.weights[m]), spec.lossScale, gradient, weights);
        unscale(made.biases[m], spec.lossScale, gradient, biases);
      });
      made.weights.forEach(free);
      g = made.below;
    }
    return { loss, activations };
  } finally {
    arithmetic.release();
  }
}

function unscale(from: Numbers, scale: number, to: Numbers, start: number): void {
  for (let i = 0; i < from.length; i++) to[start + i] = from[i] / scale;
}

/** The largest magnitude. */
function largestOf(numbers: Numbers): number {
  let largest = 0;
  for (let i = 0; i < numbers.length; i++) {
    const x = Math.abs(numbers[i]);
    // Also true for NaN.
    if (!(x <= largest)) largest = x;
  }
  return largest;
}
