import type { Batch, StepSettings } from '../network/ensemble.ts';
import { backward, type Backward } from './backward.ts';
import { crossEntropy, crossEntropyDelta, logSoftmax } from './cross-entropy.ts';
import { forward, type Forward } from './forward.ts';
import type { Masks } from './masks.ts';
import type { MemberSpec, MemberState } from './member.ts';
import type { Precision } from './precision.ts';
import { update } from './update.ts';

/** Both passes of one step. */
export interface Passes {
  forward: Forward;
  /** Mean cross-entropy of the batch in nats. */
  loss: number;
  backward: Backward;
}

/** Forward, loss and backward of one batch; nothing is updated. */
export function passes(
  spec: MemberSpec,
  parameters: Float64Array,
  { rows, labels, count }: Batch,
  masks: Masks,
  precision: Precision,
): Passes {
  const there = forward(spec, parameters, rows, count, masks, precision);
  const logits = there.preActivations[there.preActivations.length - 1];
  const logP = logSoftmax(logits, logits.length / count, precision);
  const delta = crossEntropyDelta(logP, labels, count, precision);
  return {
    forward: there,
    loss: crossEntropy(logP, labels, count, precision),
    backward: backward(spec, parameters, there, delta, count, masks, precision),
  };
}

/** One step of gradient descent, in place. Returns the loss before it. `step` counts from 0. */
export function takeStep(
  spec: MemberSpec,
  state: MemberState,
  batch: Batch,
  masks: Masks,
  step: number,
  settings: StepSettings,
  precision: Precision,
): number {
  const both = passes(spec, state.parameters, batch, masks, precision);
  update(spec, state, both.backward.gradient, step, settings, precision);
  return both.loss;
}
