import { minIndex } from 'd3-array';
import type { Experiment } from '#lib/experiment/experiment.ts';
import type { NameKey, StoredChoice } from '#lib/tables/table.ts';
import type { Lab, TrainedUnit } from './lab.ts';
import { byCell, seriesOf, validationError } from './series.ts';

/** Share of the training rows on which a value is chosen. */
export const heldOutShare = 0.2;

/** What is to be chosen: one parameter of an experiment with one variant, and the values to try. */
export interface Search {
  name: NameKey;
  experiment: Experiment;
  field: 'weight-decay' | 'max-norm';
  values: readonly number[];
}

/**
 * Chooses a value as whoever has only the training rows would: trains on a part of them with each
 * value, takes the one with the least error on the rest, on average over the seeds (the first of
 * equals), and then trains on all of them with that. The held-out rows keep their wrong labels. A value
 * with which any run diverged is not taken.
 */
export async function tuned(
  lab: Lab,
  { name, experiment, field, values }: Search,
): Promise<{ choice: StoredChoice; runs: TrainedUnit[] }> {
  const searched = await lab.runs({
    experiment,
    sweeps: [[`${field}=${values.join(',')}`]],
    protocol: { holdout: heldOutShare },
  });
  const [variant] = experiment.variants;
  const rows = byCell(searched, variant);
  const series = seriesOf({ quantity: 'test-error' }, rows, validationError);
  const mean = series.mean.map((one, row) => (series.diverged[row] > 0 ? null : one));
  const least = minIndex(mean);
  if (least < 0) throw new Error('Every value that was tried diverged: try smaller ones.');
  const chosen = values[least];
  const runs = await lab.runs({ experiment, sweeps: [[`${field}=${chosen}`]] });
  return {
    choice: {
      name,
      field,
      values: [...values],
      mean,
      standardError: series.standardError,
      chosen,
    },
    runs,
  };
}
