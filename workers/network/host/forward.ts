import { activations } from '../activations.ts';
import { biasesOf } from '../layout.ts';
import { activate } from './activate.ts';
import type { Matrix } from './memory.ts';
import { weightMatrix } from './networks.ts';
import { crossEntropy } from './softmax.ts';
import { maskOf, type Step, type Training } from './step.ts';

/** What the forward pass of a member leaves for its backward pass, which frees it. */
export interface Passed {
  /** What left each hidden layer, `[units, count]`. */
  byUnit: Matrix[];
  /** What entered each layer, `[count, units]`; the first is the input, which stays. */
  byExample: Matrix[];
  /** The mask of each hidden layer, null where nothing is dropped. */
  masks: (Uint8Array | null)[];
  /** The derivative of the loss by the logits, `[classes, count]`. */
  delta: Matrix;
}

/**
 * The forward pass of a member, from its first pre-activations without biases, `[units, count]` from
 * `offset` on in `matrix`, which stay; `x` is the input by example. Writes the loss, and the gradient of
 * the last biases.
 */
export function forward(
  training: Training,
  step: Step,
  member: number,
  first: { matrix: Matrix; offset: number },
  x: Matrix,
): Passed {
  const { spec, layout, parameters, memory, losses, biasGradient } = training;
  const { sizes } = spec;
  const { count, labels } = step.batch;
  const depth = sizes.length - 1;
  const byUnit: Matrix[] = [];
  const byExample: Matrix[] = [x];
  const masks: (Uint8Array | null)[] = [];
  let z = first.matrix;
  let { offset } = first;
  for (let l = 0; l < depth - 1; l++) {
    const units = sizes[l + 1];
    const h = memory.make(units, count);
    const ht = memory.make(count, units);
    const mask = maskOf(training, step, member, l + 1);
    masks.push(mask);
    activate(
      memory.view(z).subarray(offset, offset + units * count),
      biasesOf(parameters, layout, member, l),
      activations[spec.activation],
      mask,
      step.settings.p[l + 1],
      units,
      count,
      memory.view(h),
      memory.view(ht),
    );
    if (z !== first.matrix) memory.free(z);
    byUnit.push(h);
    byExample.push(ht);
    const w = weightMatrix(training, member, l + 1);
    z = memory.product(w, h);
    memory.free(w);
    offset = 0;
  }
  const classes = sizes[depth];
  const delta = memory.make(classes, count);
  losses[member] = crossEntropy(
    memory.view(z).subarray(offset, offset + classes * count),
    biasesOf(parameters, layout, member, depth - 1),
    labels,
    classes,
    count,
    memory.view(delta),
    biasGradient,
  );
  if (z !== first.matrix) memory.free(z);
  return { byUnit, byExample, masks, delta };
}
