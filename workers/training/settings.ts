import type { Experiment, VariantName } from '#lib/experiment/experiment.ts';
import { settingsAt } from '#lib/experiment/settings-at.ts';
import type { StepSettings } from '../network/ensemble.ts';
import { variants } from '../variants/index.ts';

/** What a variant's step number `step` uses: the experiment's settings at that step and its own L2. */
export function stepSettings(
  experiment: Experiment,
  variant: VariantName,
  step: number,
): StepSettings {
  const { learningRate, p } = settingsAt(experiment, step);
  const { momentum, maxNorm } = experiment.training;
  return { learningRate, p, momentum, maxNorm, l2: variants[variant].l2(experiment) };
}
