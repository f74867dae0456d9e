import { drawLabels } from './draws.ts';
import { networkOnExamples, type NetworkOnExamples } from './members.ts';

const inputs = 4;
const examples = 5;

/** A network with two hidden layers and a mask on each, and labelled examples that it knows nothing of. */
export function labelledNetwork(
  { units, classes, p }: Readonly<Record<'units' | 'classes' | 'p', number>>,
  seed: number,
): NetworkOnExamples & { labels: Int32Array; classes: number } {
  const sizes = [inputs, units, units, classes];
  return {
    ...networkOnExamples(sizes, 'tanh', [0, p, p], examples, seed),
    labels: drawLabels(seed, examples, classes),
    classes,
  };
}
