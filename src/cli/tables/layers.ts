import type { Lab, TrainedUnit } from './lab.ts';
import { noisyDigits, noisyDigitsRuns, ofVariant } from './noisy-digits-runs.ts';

/** Dropout with its subnetworks averaged, in a network of one hidden layer and in one of two. */
export async function layerRuns(lab: Lab): Promise<{ one: TrainedUnit[]; two: TrainedUnit[] }> {
  const two = ofVariant(await noisyDigitsRuns(lab), 'dropout');
  const { averaging } = two[0].unit.experiment;
  const one = await lab.runs({
    experiment: { ...noisyDigits(['dropout']), averaging },
    sweeps: [['hidden=256']],
    protocol: { averages: true },
  });
  return { one, two };
}
