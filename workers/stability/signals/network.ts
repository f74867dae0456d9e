import { generator } from '#lib/random/generator.ts';
import { key, streams } from '#lib/random/key.ts';
import { signalQuantities } from '#lib/experiment/stability/signals.ts';
import { stackActivation } from '../tools/activations.ts';
import type { Arithmetic, Cells, Numbers } from '../tools/arithmetic.ts';
import { backwardLayer } from '../deep/backward.ts';
import { drawWeights } from '../deep/draw.ts';
import { forwardLayer, type LayerCall, type Passed } from '../deep/forward.ts';
import { layerMask } from '../deep/mask.ts';
import type { DeepPlan } from '../deep/plan.ts';
import type { Watch } from '../tools/trouble.ts';
import { blockedShares, firstMeanSquare, meanSquare, spreadOf } from '../tools/measure.ts';
import type { NetworkSignals } from './tally.ts';

/**
 * Weights of a network that are kept for the way back: 128 MiB of float32, which a phone can spare, and
 * which the next network uses again. 200 layers of 256 units with two matrices each are 1.56 · 2²⁴ weights,
 * and to draw them again takes nearly as long as all the rest.
 */
const keptWeights = 2 ** 25;

/** The batch of inputs, the same for every network: `[inputs, count]`, not rounded. */
export function drawInputs({ spec, widths }: DeepPlan): Float64Array {
  const { count, mean, scale } = spec.inputs;
  const inputs = new Float64Array(widths[0] * count);
  const random = generator(key(spec.seed, streams.stackInput));
  // Drawn example by example, so that the first ones do not depend on how many there are.
  for (let example = 0; example < count; example++)
    for (let unit = 0; unit < widths[0]; unit++)
      inputs[unit * count + example] = mean + scale * random.normal();
  return inputs;
}

/**
 * Follows the signals of one random network up and its gradients down. `see` gets the activations
 * of each layer. Resolves to null where `goesOn` says that nobody wants the rest. A network with
 * more than `keep` weights draws them again on the way back.
 */
export async function networkSignals(
  plan: DeepPlan,
  network: number,
  inputs: Float64Array,
  arithmetic: Arithmetic,
  watch: Watch,
  goesOn: () => Promise<boolean>,
  see: (layer: number, activations: Numbers) => void = () => {},
  keep = keptWeights,
): Promise<NetworkSignals | null> {
  const { layers, widths, spec } = plan;
  const { make, view, free, round } = arithmetic;
  const { count } = spec.inputs;
  const depth = layers.length;
  const signals = Object.fromEntries(
    signalQuantities.map((name) => [name, new Float64Array(depth + 1).fill(Number.NaN)]),
  ) as NetworkSignals;
  const keeps = totalWeights(plan) <= keep;
  const kept: Cells[][] = [];

  function weightsOf(l: number): Cells[] {
    return layers[l].matrices.map(({ inputs, outputs }, m) => {
      const cells = make(outputs, inputs);
      drawWeights(plan, l, m, network, view(cells), round);
      return cells;
    });
  }
  function callOf(l: number, matrices: Cells[]): LayerCall {
    const mask = layerMask(plan, l, network, 0, count);
    const weights = { matrices, biases: null };
    return { layer: layers[l], number: l + 1, weights, mask, arithmetic, watch };
  }
  function lookAt(l: number, cells: Cells): void {
    const numbers = view(cells);
    see(l, numbers);
    const { mean, second, variance } = spreadOf(numbers);
    signals.mean[l] = mean;
    signals.second[l] = second;
    signals.variance[l] = variance;
    signals.one[l] = firstMeanSquare(numbers, count);
  }
  function lookDown(l: number, cells: Cells): void {
    const unscale = spec.lossScale ** 2;
    signals.gradient[l] = meanSquare(view(cells)) / unscale;
    signals.oneGradient[l] = firstMeanSquare(view(cells), count) / unscale;
  }

  try {
    const h = [make(widths[0], count)];
    const first = view(h[0]);
    for (let i = 0; i < first.length; i++) first[i] = round(inputs[i]);
    watch.see('forward', 0, 'activation', first);
    lookAt(0, h[0]);
    const passed: Passed[] = [];
    for (let l = 0; l < depth; l++) {
      if (!(await goesOn())) return null;
      const matrices = weightsOf(l);
      for (const matrix of matrices) watch.see('forward', l + 1, 'weights', view(matrix));
      const call = callOf(l, matrices);
      passed[l] = forwardLayer(call, h[l]);
      h[l + 1] = passed[l].out;
      lookAt(l + 1, h[l + 1]);
      const { steepest } = stackActivation[layers[l].activation];
      const shares = blockedShares(view(passed[l].slopes), call.mask, steepest, count);
      signals.saturated[l + 1] = shares.saturated;
      signals.dead[l + 1] = shares.dead;
      if (keeps) kept[l] = matrices;
      else matrices.forEach(free);
    }
    let g = topGradient(plan, network, arithmetic);
    watch.see('backward', depth, 'gradient', view(g));
    lookDown(depth, g);
    for (let l = depth - 1; l >= 0; l--) {
      if (!(await goesOn())) return null;
      const matrices = keeps ? kept[l] : weightsOf(l);
      const { below, weights } = backwardLayer(callOf(l, matrices), passed[l], h[l], g);
      const squares = weights.reduce((sum, cells) => sum + meanSquare(view(cells)), 0);
      signals.weights[l + 1] = squares / weights.length / count / spec.lossScale ** 2;
      [...weights, ...matrices, h[l + 1], passed[l].slopes].forEach(free);
      if (passed[l].inner) free(passed[l].inner!);
      g = below;
      lookDown(l, g);
    }
    return signals;
  } finally {
    arithmetic.release();
  }
}

/** The derivative at the top, `[units, count]`: normal numbers of variance 1, times the loss scale. */
function topGradient({ widths, spec }: DeepPlan, network: number, arithmetic: Arithmetic): Cells {
  const { make, view, round } = arithmetic;
  const { count } = spec.inputs;
  const units = widths[widths.length - 1];
  const cells = make(units, count);
  const numbers = view(cells);
  const random = generator(key(spec.seed, streams.stackGradient, 0, network));
  for (let example = 0; example < count; example++)
    for (let unit = 0; unit < units; unit++)
      numbers[unit * count + example] = round(spec.lossScale * random.normal());
  return cells;
}

function totalWeights({ layers }: DeepPlan): number {
  return layers.reduce(
    (sum, { matrices }) => sum + matrices.reduce((all, m) => all + m.inputs * m.outputs, 0),
    0,
  );
}
