import type { ExactProblem } from '#lib/experiment/exact-sums.ts';
import type { ActivationName } from '#lib/experiment/experiment.ts';
import { keptScale } from '../../network/masks.ts';
import { noMasks } from '../../reference/masks.ts';
import { float64 } from '../../reference/precision.ts';
import { predict } from '../../reference/predict.ts';
import { drawNetwork, drawRows } from './draws.ts';
import { eachMask } from './enumerate.ts';

/** A network and the examples it is asked about. The drop probabilities are all one value, or 0. */
export type NetworkOnExamples = ExactProblem;

/** A random network on `count` random examples, case number `index`: see `drawNetwork` and `drawRows`. */
export function networkOnExamples(
  sizes: readonly number[],
  activation: ActivationName,
  p: readonly number[],
  count: number,
  seed: number,
  index = 0,
): NetworkOnExamples {
  return {
    sizes,
    activation,
    parameters: drawNetwork(sizes, seed, index),
    p,
    rows: drawRows(seed, count, sizes[0], index),
    count,
  };
}

/** Log-probabilities `[count, classes]` with dropout off. */
export function switchedOff({
  sizes,
  activation,
  parameters,
  rows,
  count,
}: NetworkOnExamples): Float64Array {
  const spec = { sizes, activation, optimizer: 'sgd' } as const;
  const weights = Float64Array.from(parameters);
  return predict(spec, weights, rows, count, noMasks(sizes, count), float64);
}

/**
 * Every subnetwork one after the other, through the reference network: its probability, and its
 * log-probabilities `[count, classes]`. Slow and plain, so that what is computed cleverly elsewhere
 * has something to be held against.
 */
export function eachMember(
  { sizes, activation, parameters, p, rows, count }: NetworkOnExamples,
  visit: (weight: number, logProbabilities: Float64Array) => void,
): void {
  const spec = { sizes, activation, optimizer: 'sgd' } as const;
  const weights = Float64Array.from(parameters);
  const masks = p.map((_, l) => new Float64Array(count * sizes[l]).fill(1));
  const dropped = p.flatMap((drop, layer) =>
    drop > 0 ? Array.from({ length: sizes[layer] }, (_, unit) => ({ layer, unit })) : [],
  );
  const common = Math.max(...p);
  eachMask(dropped.length, common, (kept, weight) => {
    dropped.forEach(({ layer, unit }, bit) => {
      const factor = kept[bit] * keptScale(common);
      for (let row = 0; row < count; row++) masks[layer][row * sizes[layer] + unit] = factor;
    });
    visit(weight, predict(spec, weights, rows, count, masks, float64));
  });
}
