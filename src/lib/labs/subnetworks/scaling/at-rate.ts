import type { Experiment } from '#lib/experiment/experiment.ts';
import { settingsAt } from '#lib/experiment/settings-at.ts';

/** The drop probabilities of the grid. */
export const rates: readonly number[] = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/**
 * The experiment with drop probability p in every hidden layer, or in the input if there is none.
 * Planned changes of these probabilities are dropped; everything else stays.
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

/** The drop probabilities at the end of an experiment: of the input and of each hidden layer. */
export function ratesAtEnd(experiment: Experiment): number[] {
  return settingsAt(experiment, Number.MAX_SAFE_INTEGER).p;
}
