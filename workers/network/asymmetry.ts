import type { LayerLayout } from './layout.ts';

/** The largest difference between the first unit of a layer and any other, in incoming weights and bias. */
export function asymmetryOf(
  parameters: ArrayLike<number>,
  { inputs, outputs, weights, biases }: LayerLayout,
): number {
  let largest = 0;
  for (let o = 1; o < outputs; o++) {
    for (let i = 0; i < inputs; i++) {
      const difference = parameters[weights + o * inputs + i] - parameters[weights + i];
      largest = Math.max(largest, Math.abs(difference));
    }
    largest = Math.max(largest, Math.abs(parameters[biases + o] - parameters[biases]));
  }
  return largest;
}
