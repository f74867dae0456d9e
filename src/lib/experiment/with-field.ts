import type { DataKind, DataSpec, Experiment } from './experiment.ts';
import type { Field } from '#lib/fields/field.ts';
import { lookUp, type FieldValue } from '#lib/fields/paths.ts';
import { setField, type Outcome } from '#lib/fields/set-field.ts';
import { presets } from './presets.ts';

/** Sets values that have consequences elsewhere in an experiment. Every function returns a copy. */

/** The drop probability of a new hidden layer if there was none before. */
const FIRST_PROBABILITY = 0.5;

/** The settings that each kind of data begins with. */
const dataDefaults: Record<DataKind, DataSpec> = {
  digits: presets['noisy-digits'].data,
  plane: presets.moons.data,
  idx: presets['your-own-data'].data,
  csv: { kind: 'csv', files: [], labelColumn: '', train: 1000, test: 2000, labelNoise: 0 },
};

/**
 * The experiment with other hidden layers. New layers take the drop probability of the layer that
 * was last before, and changes of layers that are gone are removed.
 */
export function withHidden(experiment: Experiment, hidden: readonly number[]): Experiment {
  const before = experiment.dropout.hidden;
  const last = before.at(-1) ?? FIRST_PROBABILITY;
  const next = {
    ...experiment,
    network: { ...experiment.network, hidden: [...hidden] },
    dropout: { ...experiment.dropout, hidden: hidden.map((_, i) => before[i] ?? last) },
  };
  const changes = experiment.changes.filter(({ path }) => lookUp(next, path) !== undefined);
  return { ...next, changes };
}

/**
 * The experiment with another kind of data and its first settings; unchanged if the kind is the
 * same.
 */
export function withDataKind(experiment: Experiment, kind: DataKind): Experiment {
  if (experiment.data.kind === kind) return experiment;
  return { ...experiment, data: structuredClone(dataDefaults[kind]) };
}

/**
 * The experiment with a parsed value of one field and its consequences; refused as `setField` says.
 */
export function withField(
  experiment: Experiment,
  field: Field<Experiment>,
  value: FieldValue<Experiment>,
): Outcome<Experiment> {
  return setField(experiment, field, value, experiment.network.hidden.length);
}
