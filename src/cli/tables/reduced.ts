import type { Experiment } from '#lib/experiment/experiment.ts';

/** The experiment as small as can be, so that a table is done in seconds; its figures mean nothing. */
export function reduced(experiment: Experiment): Experiment {
  const { data, network, training, members } = experiment;
  return {
    ...experiment,
    data: { ...data, train: Math.min(data.train, 60), test: 50 },
    network: { ...network, hidden: network.hidden.map((units) => Math.min(units, 12)) },
    training: { ...training, epochs: Math.min(training.epochs, 2) },
    members: Math.min(members, 2),
    averaging: { draws: 1_000, examples: 20 },
  };
}
