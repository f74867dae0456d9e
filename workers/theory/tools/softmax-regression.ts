import { drawNetwork, drawRows } from './draws.ts';
import type { Problem } from './members.ts';

const examples = 20;

/** A softmax regression with dropout on its inputs, and twenty examples. */
export function softmaxRegression(
  { inputs, classes, p }: Readonly<Record<'inputs' | 'classes' | 'p', number>>,
  seed: number,
): Problem {
  const sizes = [inputs, classes];
  return {
    sizes,
    activation: 'relu',
    parameters: drawNetwork(sizes, seed),
    p: [p],
    rows: drawRows(seed, examples, inputs),
    count: examples,
  };
}
