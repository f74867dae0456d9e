import { logSoftmax } from './cross-entropy.ts';
import { forward } from './forward.ts';
import type { Masks } from './masks.ts';
import type { MemberSpec } from './member.ts';
import type { Precision } from './precision.ts';

/** Log-probabilities `[count, classes]` of `count` rows `[count, inputs]`. */
export function predict(
  spec: MemberSpec,
  parameters: Float64Array,
  rows: ArrayLike<number>,
  count: number,
  masks: Masks,
  precision: Precision,
): Float64Array {
  const { preActivations } = forward(spec, parameters, rows, count, masks, precision);
  const logits = preActivations[preActivations.length - 1];
  return logSoftmax(logits, logits.length / count, precision);
}
