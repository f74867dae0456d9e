import type { Batch, StepSettings } from '../network/ensemble.ts';
import type { Divergence } from '#lib/protocol/protocol.ts';
import type { Masks } from './masks.ts';
import { layersOf, memberState, type MemberSpec, type MemberState } from './member.ts';
import { float32, type Precision } from './precision.ts';
import { passes } from './step.ts';
import { update } from './update.ts';

/** Which number was the first to be Inf or NaN. */
export type Finding = Pick<Divergence, 'layer' | 'operation' | 'value'>;

/**
 * Takes one step of one member again, in float32 unless told otherwise, and says which number is the
 * first to be Inf or NaN; null where all are finite. The order is that of a step: the weights it begins
 * with, each layer's pre-activations and activations, the loss, the gradients from the output layer
 * down, the updated weights. `state` is as it was before the step, and stays so.
 */
export function diagnose(
  spec: MemberSpec,
  state: MemberState,
  batch: Batch,
  masks: Masks,
  step: number,
  settings: StepSettings,
  precision: Precision = float32,
): Finding | null {
  const layers = layersOf(spec.sizes);
  const last = layers.length - 1;
  const upward = layers.map((_, l) => l);
  const { parameters, moments } = memberState(spec, state.parameters, state.moments);
  const part = (numbers: Float64Array, l: number) =>
    numbers.subarray(layers[l].weights, layers[l].biases + layers[l].outputs);
  const weights = () => firstOf(upward.map((l) => nonFinite(l, 'weights', part(parameters, l))));

  const before = weights();
  if (before) return before;
  const { forward, loss, backward } = passes(spec, parameters, batch, masks, precision);
  update(spec, { parameters, moments }, backward.gradient, step, settings, precision);
  return firstOf([
    ...upward.flatMap((l) => [
      nonFinite(l, 'pre-activation', forward.preActivations[l]),
      l < last ? nonFinite(l, 'activation', forward.activated[l], forward.entering[l + 1]) : null,
    ]),
    nonFinite(last, 'loss', [loss]),
    ...upward
      .toReversed()
      .map((l) => nonFinite(l, 'gradient', backward.deltas[l], part(backward.gradient, l))),
    weights(),
  ]);
}

/** The first number of `arrays` that is not finite, in layer `l` counted from 0. */
function nonFinite(
  l: number,
  operation: Finding['operation'],
  ...arrays: (Float64Array | number[])[]
): Finding | null {
  for (const numbers of arrays) {
    for (const x of numbers) {
      if (!Number.isFinite(x)) {
        return { layer: l + 1, operation, value: String(x) as Finding['value'] };
      }
    }
  }
  return null;
}

function firstOf(findings: (Finding | null)[]): Finding | null {
  return findings.find((finding) => finding !== null) ?? null;
}
