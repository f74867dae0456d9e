import type { Experiment, VariantName } from '#lib/experiment/experiment.ts';
import { preset } from '#lib/experiment/presets.ts';
import type { Lab, TrainedUnit, TableGrid } from './lab.ts';

/** Standard deviations of the noise on test inputs, beside none. */
export const testNoise = [0.1, 0.2, 0.3, 0.5, 0.75, 1] as const;

/** Every test example is averaged over, so that the means stand beside the other estimators. */
const averaging = { draws: 2_000, examples: 2_000 };

/** Noisy digits with some of the variants. */
export function noisyDigits(variants: VariantName[]): Experiment {
  return { ...preset('noisy-digits'), variants };
}

/**
 * What several tables read from: every variant on noisy digits, tested with and without noise on the
 * inputs, and the subnetworks of `dropout` averaged. Trained once.
 */
export async function noisyDigitsRuns(lab: Lab): Promise<TrainedUnit[]> {
  const most = noisyDigits([
    'single',
    'weight-decay',
    'input-noise',
    'dropout',
    'subnetworks',
    'full-ensemble',
  ]);
  const grids: TableGrid[] = [
    { experiment: { ...most, averaging }, protocol: { testNoise, averages: true } },
    // No table averages more of its subnetworks than the few that it was trained with.
    { experiment: noisyDigits(['shared-subnetworks']), protocol: { testNoise } },
  ];
  const runs: TrainedUnit[] = [];
  for (const grid of grids) runs.push(...(await lab.runs(grid)));
  return runs;
}

/** The runs of one variant. */
export function ofVariant(runs: readonly TrainedUnit[], variant: VariantName): TrainedUnit[] {
  return runs.filter(({ unit }) => unit.variant === variant);
}
