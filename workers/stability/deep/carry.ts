import type { StackSpec } from '../../../src/lib/experiment/stability/stack.ts';
import { drawWeights } from './draw.ts';
import type { LearningCheckpoint } from './checkpoint.ts';
import type { Numbers } from '../arithmetic.ts';
import { placesOf, type Places } from './parameters.ts';
import { classifierPlan, type DeepPlan } from './plan.ts';

/**
 * Puts what was learnt in a checkpoint into the parameters and velocities of a network, zeros so far,
 * that may differ in its activation, its skips or its initialisation. Matrices that both have, and their
 * biases, are taken over; one that is new begins as it would have. Another initialisation draws them all
 * anew: weights that were trained have none.
 */
export function carryOver(
  from: LearningCheckpoint,
  plan: DeepPlan,
  places: Places,
  parameters: Numbers,
  velocity: Numbers,
): void {
  const { widths } = plan;
  const anew = drawOf(from.stack) !== drawOf(plan.spec);
  const before = placesOf(classifierPlan(from.stack, widths[0], widths[widths.length - 1]));
  places.layers.forEach((layer, l) =>
    layer.forEach(({ start, biases }, m) => {
      const old = anew ? undefined : before.layers[l][m];
      if (!old) {
        drawWeights(plan, l, m, 0, parameters.subarray(start, biases), (x) => x);
        return;
      }
      parameters.set(from.parameters.subarray(old.start, old.end), start);
      velocity.set(from.velocity.subarray(old.start, old.end), start);
    }),
  );
}

/** How the weights of a stack are drawn. */
function drawOf({ initialisation, sigma, gain, seed }: StackSpec): string {
  return JSON.stringify([initialisation, sigma, gain, seed]);
}
