import { changedLayer } from './change-text.ts';
import type { Experiment } from './experiment.ts';

/** What may change from step to step. */
export interface Settings {
  learningRate: number;
  /** Drop probability of the input and of each hidden layer, `[1 + hidden layers]`. */
  p: number[];
}

/**
 * The settings that step number `step`, counted from 0, uses: those of the experiment, with every
 * change that begins at or before that step. Of two changes of one field the later step counts; of two
 * at one step, the one that comes later in the list.
 */
export function settingsAt({ training, dropout, changes }: Experiment, step: number): Settings {
  const settings = { learningRate: training.learningRate, p: [dropout.input, ...dropout.hidden] };
  const due = changes.filter((change) => change.step <= step).sort((a, b) => a.step - b.step);
  for (const { path, value } of due) {
    if (path === 'training.learningRate') settings.learningRate = value;
    // The input is layer 0 here, and −1 to `changedLayer`.
    else settings.p[changedLayer(path) + 1] = value;
  }
  return settings;
}
