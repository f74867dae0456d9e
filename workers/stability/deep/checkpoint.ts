import type { StackSpec } from '../../../src/lib/experiment/stability/stack.ts';
import type { Numbers } from '../arithmetic.ts';

/** Where a training stands after `step` steps: it goes on from here bit for bit. */
export interface LearningCheckpoint {
  step: number;
  /** The network that was trained. */
  stack: StackSpec;
  /** Weights and biases, and the velocity of each: float64 where the precision is, else float32. */
  parameters: Numbers;
  velocity: Numbers;
}
