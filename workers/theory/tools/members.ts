import type { ActivationName } from '#lib/experiment/experiment.ts';
import { keptScale } from '../../network/masks.ts';
import { noMasks } from '../../reference/masks.ts';
import { float64 } from '../../reference/precision.ts';
import { predict } from '../../reference/predict.ts';
import { eachMask } from './enumerate.ts';

/** A network and the examples it is asked about. */
export interface Problem {
  sizes: readonly number[];
  activation: ActivationName;
  parameters: Float32Array;
  /** Drop probability of the input and of each hidden layer: one value, or 0. */
  p: readonly number[];
  /** Inputs `[count, inputs]`. */
  rows: Float32Array;
  count: number;
}

/** Log-probabilities `[count, classes]` with dropout off. */
export function switchedOff({ sizes, activation, parameters, rows, count }: Problem): Float64Array {
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
  { sizes, activation, parameters, p, rows, count }: Problem,
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
