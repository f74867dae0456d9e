import type { Experiment } from './experiment.ts';
import { changedAt } from '#lib/fields/changes.ts';

/** What may change from step to step. */
export interface Settings {
  learningRate: number;
  /** Drop probability of the input and of each hidden layer, `[1 + hidden layers]`. */
  p: number[];
}

/** The settings that step number `step`, counted from 0, uses: with every change up to that step. */
export function settingsAt(experiment: Experiment, step: number): Settings {
  const { training, dropout } = changedAt(experiment, experiment.changes, step);
  return { learningRate: training.learningRate, p: [dropout.input, ...dropout.hidden] };
}
