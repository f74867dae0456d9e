import { mean } from 'd3-array';
import type { LearningAnswer } from '#workers/stability/learning/learning.ts';

/** What one training says. */
export interface DeepFigures {
  /** Mean cross-entropy of the last 50 batches in nats. */
  loss: number;
  /** The lowest mean over 50 batches in a row. */
  lowest: number;
  /** Gradient norm of the bottom layer over that of the output layer: the largest of all steps. */
  ratio: number;
  /** The step at which a number was no longer finite, or null. */
  failed: number | null;
}

const window = 50;

/** Figures of a training; NaN where it failed before it had as many steps as a mean takes. */
export function figuresOf({ losses, norms, layers, trouble }: LearningAnswer): DeepFigures {
  const means: number[] = [];
  for (let end = window; end <= losses.length; end++)
    means.push(mean(losses.subarray(end - window, end))!);
  let ratio = 0;
  for (let step = 0; step < losses.length; step++) {
    const [bottom, top] = [norms[step * layers], norms[(step + 1) * layers - 1]];
    ratio = Math.max(ratio, bottom / top);
  }
  return {
    loss: means.at(-1) ?? Number.NaN,
    lowest: means.length > 0 ? Math.min(...means) : Number.NaN,
    ratio,
    failed: trouble ? trouble.step : null,
  };
}
