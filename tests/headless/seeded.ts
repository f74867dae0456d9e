import { buildDataSet } from '#lib/data/build.ts';
import type { VariantName } from '#lib/experiment/experiment.ts';
import { preset, type PresetName } from '#lib/experiment/presets.ts';
import type { Trained, TrainJob } from '#lib/crew/run/train.ts';

/** The jobs of a preset whose four seeds are all `seed`, one a variant. */
export async function seededJobs(
  name: PresetName,
  seed: number,
  variants: readonly VariantName[],
): Promise<TrainJob[]> {
  const experiment = preset(name);
  experiment.seeds = { data: seed, weights: seed, masks: seed, order: seed };
  const outcome = await buildDataSet(experiment.data, seed, []);
  if (!outcome.ok) throw new Error(`The preset ${name} has no data of its own.`);
  return variants.map((variant) => ({ experiment, variant, data: outcome.data }));
}

/** Test error in percent of the first estimator of what was trained. */
export function testError({ evaluations }: Trained): number {
  const { testWrong } = evaluations[0];
  return (100 * testWrong.reduce((sum, wrong) => sum + wrong, 0)) / testWrong.length;
}
