import { activations } from '../activations.ts';
import { backActivate } from './activate.ts';
import type { Passed } from './forward.ts';
import type { Matrix } from './memory.ts';
import { transposedWeights } from './networks.ts';
import { learn, type Step, type Training } from './step.ts';

/**
 * The backward pass of a member, which updates its parameters on the way down. The derivative by the
 * first pre-activations goes to the member's part of `shared`, from which all members' first weights are
 * learnt together; null learns them here.
 */
export function backward(
  training: Training,
  step: Step,
  member: number,
  { byUnit, byExample, masks, delta }: Passed,
  shared: Matrix | null,
): void {
  const { spec, memory, biasGradient } = training;
  const { sizes } = spec;
  const { count } = step.batch;
  const depth = sizes.length - 1;
  for (let l = depth - 1; l >= 0; l--) {
    let below: Matrix | null = null;
    if (l > 0) {
      const wt = transposedWeights(training, member, l);
      below = memory.product(wt, delta);
      memory.free(wt);
    }
    // The bias first: the buffer of its gradient is used again by the layer below.
    learn(training, step, member, l, 'biases', biasGradient.subarray(0, sizes[l + 1]));
    if (l === 0 && shared) {
      memory.view(shared).set(memory.view(delta), member * sizes[1] * count);
    } else {
      const gradient = memory.product(delta, byExample[l]);
      learn(training, step, member, l, 'weights', memory.view(gradient));
      memory.free(gradient);
    }
    memory.free(delta);
    if (below) {
      delta = below;
      backActivate(
        memory.view(delta),
        memory.view(byUnit[l - 1]),
        activations[spec.activation],
        masks[l - 1],
        step.settings.p[l],
        sizes[l],
        count,
        biasGradient,
      );
    }
  }
  for (let l = 0; l < depth - 1; l++) {
    memory.free(byUnit[l]);
    memory.free(byExample[l + 1]);
  }
}
