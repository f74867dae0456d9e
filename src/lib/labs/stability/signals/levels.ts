import { formats } from '#lib/experiment/stability/precision.ts';
import type { StackSpec } from '#lib/experiment/stability/stack.ts';

/** A size at which a number format ends, and which of its ends that is. */
interface Limit {
  at: number;
  name:
    | 'largest'
    | 'smallest'
    | 'signal-largest'
    | 'signal-smallest'
    | 'scaled-largest'
    | 'scaled-smallest';
}

/**
 * The limits of the stack's precision. Gradients are multiplied by the loss scale before they are
 * rounded and divided by it when read, so their limits are lower by that factor.
 */
export function limitsOf({ precision, lossScale }: StackSpec): Limit[] {
  const { largest, smallestSubnormal } = formats[precision];
  if (lossScale === 1)
    return [
      { at: largest, name: 'largest' },
      { at: smallestSubnormal, name: 'smallest' },
    ];
  return [
    { at: largest, name: 'signal-largest' },
    { at: smallestSubnormal, name: 'signal-smallest' },
    { at: largest / lossScale, name: 'scaled-largest' },
    { at: smallestSubnormal / lossScale, name: 'scaled-smallest' },
  ];
}
