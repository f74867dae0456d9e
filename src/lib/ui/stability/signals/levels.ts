import { formats } from '../../../experiment/stability/precision.ts';
import type { StackSpec } from '../../../experiment/stability/stack.ts';

/** Sizes at which a precision ends, and what they are. */
interface Limit {
  at: number;
  name: 'largest' | 'smallest' | 'scaled-largest' | 'scaled-smallest';
}

/**
 * What the precision of a stack can hold. With a loss scale the gradients are multiplied by it before
 * they are rounded and divided by it where they are read, so that their limits move down with it.
 */
export function limitsOf({ precision, lossScale }: StackSpec): Limit[] {
  const { largest, smallestSubnormal } = formats[precision];
  const plain: Limit[] = [
    { at: largest, name: 'largest' },
    { at: smallestSubnormal, name: 'smallest' },
  ];
  if (lossScale === 1) return plain;
  return [
    ...plain,
    { at: largest / lossScale, name: 'scaled-largest' },
    { at: smallestSubnormal / lossScale, name: 'scaled-smallest' },
  ];
}
