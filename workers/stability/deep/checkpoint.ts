import type { StackSpec } from '#lib/experiment/stability/stack.ts';
import type { Numbers } from '../tools/arithmetic.ts';

/** Loss and activations of a step that was taken. */
export interface HealthyStep {
  /** Mean cross-entropy of its batch in nats. */
  loss: number;
  /** Largest magnitude of the inputs and of each layer's activations, `[layers + 1]`. */
  activations: Float64Array<ArrayBuffer>;
}

/** Where a training stands after `step` steps: it goes on from here bit for bit. */
export interface LearningCheckpoint {
  step: number;
  /** The network that was trained. */
  stack: StackSpec;
  /** Weights and biases, and the velocity of each: float64 where the precision is, else float32. */
  parameters: Numbers;
  velocity: Numbers;
  /** Loss and activations of the last step; null before the first. */
  healthy: HealthyStep | null;
}
