import { ranges, type Change, type Experiment } from './experiment.ts';
import type { Changeable } from '#lib/fields/changes.ts';

/** What may change while a run is under way: the learning rate, and every drop probability. */
export const changeables: readonly Changeable[] = [
  { name: 'lr', path: 'training.learningRate', range: ranges.learningRate },
  { name: 'p-in', path: 'dropout.input', range: ranges.probability },
  ...Array.from({ length: ranges.layers.max }, (_, layer) => ({
    name: `p-${layer + 1}`,
    path: `dropout.hidden.${layer}`,
    range: ranges.probability,
    layer,
  })),
];

/** The experiment with one more change, in the place of one of the same setting at the same step. */
export function withChange(experiment: Experiment, change: Change): Experiment {
  const others = experiment.changes.filter(
    ({ step, path }) => step !== change.step || path !== change.path,
  );
  const changes = [...others, change].sort((a, b) => a.step - b.step);
  return { ...experiment, changes };
}
