import type { Known } from '#lib/experiment/stability/drawn-names.ts';
import type { StackSpec } from '#lib/experiment/stability/stack.ts';
import { quantileLevels, type SignalQuantity } from '#lib/experiment/stability/signals.ts';
import type { SignalsAnswer } from '#workers/stability/signals/signals.ts';

/** A whole or partial answer, with the stack that it belongs to. */
export interface Drawn {
  stack: StackSpec;
  answer: SignalsAnswer;
}

/** The signal with the best-known closed form: that of the first input, if its law is known. */
export function signalOf({ theory }: SignalsAnswer): { quantity: SignalQuantity; known: Known } {
  if (theory.one) return { quantity: 'one', known: 'law' };
  return { quantity: 'second', known: theory.expected?.kind ?? 'nothing' };
}

/** The gradient with the best-known closed form, chosen in the same way. */
export function gradientOf({ theory }: SignalsAnswer): { quantity: SignalQuantity; known: Known } {
  if (theory.oneGradient) return { quantity: 'oneGradient', known: 'law' };
  const expected = theory.expected && !Number.isNaN(theory.expected.gradient[0]);
  return { quantity: 'gradient', known: expected ? theory.expected!.kind : 'nothing' };
}

/** A quantile of a quantity in each layer, the input included, `[layers + 1]`. */
export function quantileOf(
  answer: SignalsAnswer,
  quantity: SignalQuantity,
  level: (typeof quantileLevels)[number],
): Float64Array {
  const { quantiles } = answer.quantities[quantity];
  const columns = answer.widths.length;
  const row = quantileLevels.indexOf(level);
  return quantiles.subarray(row * columns, (row + 1) * columns);
}
