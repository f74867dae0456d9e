import type { StackSpec } from '#lib/experiment/stability/stack.ts';

/** A small stack, changed as a test needs it. */
export function stackOf(change: Partial<StackSpec> = {}): StackSpec {
  return {
    depth: 5,
    width: 8,
    widths: 'constant',
    initialisation: '1/n_in',
    sigma: 0.5,
    gain: 1,
    activation: 'tanh',
    residual: 'none',
    branch: 1,
    drop: 0,
    inputs: { count: 4, mean: 0, scale: 1 },
    precision: 'float64',
    lossScale: 1,
    networks: 1,
    seed: 3,
    ...change,
  };
}
