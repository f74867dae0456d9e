import type { Experiment } from '#lib/experiment/experiment.ts';
import { settingsAt } from '#lib/experiment/settings-at.ts';

/** The drop probabilities of the grid. */
export const rates: readonly number[] = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/**
 * The experiment with drop probability p for every hidden layer, or for the inputs where it has none;
 * everything else stays, except changes of those drop probabilities during the run.
 */
export function atRate(experiment: Experiment, p: number): Experiment {
  const { network, dropout, changes } = experiment;
  const hidden = network.hidden.map(() => p);
  const changed = hidden.length > 0 ? 'dropout.hidden.' : 'dropout.input';
  return {
    ...experiment,
    dropout: { input: hidden.length > 0 ? dropout.input : p, hidden },
    changes: changes.filter(({ path }) => !path.startsWith(changed)),
  };
}

/** The drop probabilities of an experiment at its end: of the input and of each hidden layer. */
export function ratesAtEnd(experiment: Experiment): number[] {
  return settingsAt(experiment, Number.MAX_SAFE_INTEGER).p;
}
