import { formats } from '#lib/experiment/stability/precision.ts';
import type { StackSpec } from '#lib/experiment/stability/stack.ts';

/** Sizes at which a precision ends, and what they are. */
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
 * What the precision of a stack can hold. With a loss scale the gradients are multiplied by it before
 * they are rounded and divided by it where they are read, so that their limits move down with it.
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
