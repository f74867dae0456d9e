import type { DataKind, DataSpec, Experiment } from './experiment.ts';
import type { Field } from '#lib/fields/field.ts';
import { lookUp, type FieldValue } from '#lib/fields/paths.ts';
import { setField, type Outcome } from '#lib/fields/set-field.ts';
import { presets } from './presets.ts';

/** Values of an experiment that have consequences elsewhere in it. All give copies. */

/** The drop probability of a hidden layer that follows none. */
const FIRST_PROBABILITY = 0.5;

/** What a kind of data begins with. */
const dataDefaults: Record<DataKind, DataSpec> = {
  digits: presets['noisy-digits'].data,
  plane: presets.moons.data,
  idx: presets['your-own-data'].data,
  csv: { kind: 'csv', files: [], labelColumn: '', train: 1000, test: 2000, labelNoise: 0 },
};

/**
 * With other hidden layers; each new one takes the drop probability of the last before it, and the
 * changes of layers that are gone go with them.
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

/** With another kind of data, as that kind begins; unchanged where the kind is the same. */
export function withDataKind(experiment: Experiment, kind: DataKind): Experiment {
  if (experiment.data.kind === kind) return experiment;
  return { ...experiment, data: structuredClone(dataDefaults[kind]) };
}

/** With a parsed value of one field, and what follows from it; refused as `setField` says. */
export function withField(
  experiment: Experiment,
  field: Field<Experiment>,
  value: FieldValue<Experiment>,
): Outcome<Experiment> {
  return setField(experiment, field, value, experiment.network.hidden.length);
}
