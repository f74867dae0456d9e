import { setAt, type FieldPath, type FieldValue } from './access.ts';
import { changedLayer, changeName } from './change-text.ts';
import type { DataKind, DataSpec, Experiment } from './experiment.ts';
import { expectationOf } from './field-text.ts';
import { applies, type Field } from './fields.ts';
import { presets } from './presets.ts';
import type { ExperimentProblem } from './problem.ts';
import { shorten } from './problem.ts';

/** Changes of an experiment that have consequences elsewhere in it. All give copies. */

export type Outcome =
  { ok: true; experiment: Experiment } | { ok: false; problem: ExperimentProblem };

/** The drop probability of a hidden layer that follows none. */
const FIRST_PROBABILITY = 0.5;

/** What a kind of data begins with. */
const dataDefaults: Record<DataKind, DataSpec> = {
  digits: presets['noisy-digits'].data,
  plane: presets.moons.data,
  idx: presets['your-own-data'].data,
  csv: { kind: 'csv', files: [], labelColumn: '', train: 1000, test: 2000, labelNoise: 0 },
};

/** With other hidden layers; each new one takes the drop probability of the last before it. */
export function withHidden(experiment: Experiment, hidden: readonly number[]): Experiment {
  const before = experiment.dropout.hidden;
  const last = before.at(-1) ?? FIRST_PROBABILITY;
  return {
    ...experiment,
    network: { ...experiment.network, hidden: [...hidden] },
    dropout: { ...experiment.dropout, hidden: hidden.map((_, i) => before[i] ?? last) },
    changes: experiment.changes.filter(({ path }) => changedLayer(path) < hidden.length),
  };
}

/** With another kind of data, as that kind begins; unchanged where the kind is the same. */
export function withDataKind(experiment: Experiment, kind: DataKind): Experiment {
  if (experiment.data.kind === kind) return experiment;
  return { ...experiment, data: structuredClone(dataDefaults[kind]) };
}

/**
 * With a parsed value of one field, and what follows from it. Refused where this experiment has no
 * such field, where `p` is neither one number nor one a hidden layer, and where a change names a
 * layer that is not there.
 */
export function withField(experiment: Experiment, field: Field, value: FieldValue): Outcome {
  const layers = experiment.network.hidden.length;
  const refuse = (expected: ExperimentProblem['expected'], got: unknown): Outcome => ({
    ok: false,
    problem: { where: field.name, expected, got: shorten(got) },
  });
  const accept = (changed: Experiment): Outcome => ({ ok: true, experiment: changed });

  if (!applies(field, experiment)) {
    if (field.kinds) return refuse({ kind: 'data-kind', of: field.kinds }, experiment.data.kind);
    return refuse({ kind: 'hidden-layer' }, 'none');
  }
  switch (field.path) {
    case 'data.kind':
      return accept(withDataKind(experiment, value as DataKind));
    case 'network.hidden':
      return accept(withHidden(experiment, value as number[]));
    case 'dropout.hidden': {
      const list = value as number[];
      const spread = list.length === 1 ? new Array<number>(layers).fill(list[0]) : list;
      if (spread.length !== layers) return refuse(expectationOf(field, layers), list.join('-'));
      return accept(setAt(experiment, 'dropout.hidden', spread));
    }
    case 'changes': {
      const changes = value as Experiment['changes'];
      if (field.range.kind === 'changes' && changes.length > field.range.max)
        return refuse(expectationOf(field, layers), changes);
      const lost = changes.find(({ path }) => changedLayer(path) >= layers);
      if (lost) return refuse(expectationOf(field, layers), changeName(lost.path));
      return accept(setAt(experiment, 'changes', changes));
    }
    default:
      return accept(setAt<FieldPath>(experiment, field.path, value));
  }
}
