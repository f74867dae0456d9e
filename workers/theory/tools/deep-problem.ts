import { drawLabels, drawNetwork, drawRows } from './draws.ts';
import type { Problem } from './members.ts';

const inputs = 4;
const examples = 5;

/** A network with two hidden layers and a mask on each, and labelled examples that it knows nothing of. */
export function deepProblem(
  { units, classes, p }: Readonly<Record<'units' | 'classes' | 'p', number>>,
  seed: number,
): Problem & { labels: Int32Array; classes: number } {
  const sizes = [inputs, units, units, classes];
  return {
    sizes,
    activation: 'tanh',
    parameters: drawNetwork(sizes, seed),
    p: [0, p, p],
    rows: drawRows(seed, examples, inputs),
    count: examples,
    labels: drawLabels(seed, examples, classes),
    classes,
  };
}
