import type { Numbers } from '../tools/arithmetic.ts';
import type { LearningCheckpoint } from './checkpoint.ts';
import { placesOf, type Places } from './parameters.ts';
import { classifierPlan, type DeepPlan } from './plan.ts';

/**
 * Puts what was learnt in a checkpoint in the place of the initial parameters and velocities of a
 * network that may differ in its activation, its skips, its dropout or its initialisation. Matrices that
 * both networks have, and their biases, are taken over; a new matrix keeps its initial weights. Where the
 * initialisation differs, nothing is taken over: whoever chooses another one wants to begin with it.
 */
export function carryOver(
  from: LearningCheckpoint,
  plan: DeepPlan,
  places: Places,
  parameters: Numbers,
  velocity: Numbers,
): void {
  const { widths, spec } = plan;
  if (from.stack.initialisation !== spec.initialisation) return;
  const before = placesOf(classifierPlan(from.stack, widths[0], widths[widths.length - 1]));
  places.layers.forEach((layer, l) =>
    layer.forEach((place, m) => {
      const old = before.layers[l][m];
      if (!old) return;
      parameters.set(from.parameters.subarray(old.weights, old.end), place.weights);
      velocity.set(from.velocity.subarray(old.weights, old.end), place.weights);
    }),
  );
}
