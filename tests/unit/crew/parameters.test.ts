import { describe, expect, it } from 'vitest';
import { parameters } from '#lib/crew/run/parameters.ts';
import { variantNames, type Experiment } from '#lib/experiment/experiment.ts';
import { preset } from '#lib/experiment/presets.ts';

const experiment: Experiment = {
  ...preset('noisy-digits'),
  network: { hidden: [10, 6], activation: 'relu', initialisation: 'he', sigma: 0.01 },
  dropout: { input: 0, hidden: [0.5, 0.5] },
  members: 3,
};

describe('the trainable numbers of a variant', () => {
  it('are weights and biases of one network', () => {
    const one = 4 * 10 + 10 + (10 * 6 + 6) + (6 * 2 + 2);
    const shared = variantNames.filter((name) => !/^(subnetworks|full-ensemble)$/.test(name));
    for (const name of shared) expect(parameters(experiment, name, 4, 2)).toBe(one);
  });

  it('are those of all members of an ensemble', () => {
    const one = parameters(experiment, 'single', 4, 2);
    expect(parameters(experiment, 'full-ensemble', 4, 2)).toBe(3 * one);
  });

  it('are, in thinned networks, those between units that are kept', () => {
    const thinned = 4 * 5 + 5 + (5 * 3 + 3) + (3 * 2 + 2);
    expect(parameters(experiment, 'subnetworks', 4, 2)).toBe(3 * thinned);
  });

  it('are those of a linear model where there is no hidden layer', () => {
    const linear = {
      ...experiment,
      network: { ...experiment.network, hidden: [] },
      dropout: { input: 0, hidden: [] },
    };
    expect(parameters(linear, 'subnetworks', 4, 2)).toBe(3 * (4 * 2 + 2));
  });
});
