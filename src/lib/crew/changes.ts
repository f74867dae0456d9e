import { ranges, type Change, type Experiment } from '#lib/experiment/experiment.ts';

/** Whether the experiment has what `path` names, and `value` lies in its range. */
export function isPossible(experiment: Experiment, path: Change['path'], value: number): boolean {
  const range = path === 'training.learningRate' ? ranges.learningRate : ranges.probability;
  if (!(value >= range.min && value <= range.max)) return false;
  if (path === 'training.learningRate' || path === 'dropout.input') return true;
  const layer = /^dropout\.hidden\.(\d)$/.exec(path);
  return layer !== null && Number(layer[1]) < experiment.dropout.hidden.length;
}

/** The experiment with one more change. It takes the place of one to the same field at the same step. */
export function withChange(experiment: Experiment, change: Change): Experiment {
  const others = experiment.changes.filter(
    ({ step, path }) => step !== change.step || path !== change.path,
  );
  const changes = [...others, change].sort((a, b) => a.step - b.step);
  return { ...experiment, changes };
}
