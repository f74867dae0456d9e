import { changeables } from './changes.ts';
import {
  activationNames,
  backendChoices,
  initialisationNames,
  planeShapes,
  ranges,
  variantNames,
  type DataKind,
  type Experiment,
} from './experiment.ts';
import type { Field as AnyField, FieldRange, Need } from '#lib/fields/field.ts';
import type { FieldValue as AnyValue } from '#lib/fields/paths.ts';
import { choice } from '#lib/fields/ranges.ts';
import { withDataKind, withHidden } from './with-field.ts';

/**
 * The table of the fields of an experiment: a row for each number, name or list. Rows stand in the order
 * in which a link is read: what decides the shape of other values (kind of data, hidden layers) before
 * them.
 *
 * Names in the link are short and use the words of the field: `p` is a drop probability, `lr` the
 * learning rate, `l2` a penalty λ.
 */

export type FieldUnit =
  | 'none'
  | 'examples'
  | 'epochs'
  | 'pixels'
  | 'units'
  | 'networks'
  | 'subnetworks'
  | 'share'
  | 'probability'
  | 'standard-deviation';

export const fieldGroups = [
  'data',
  'network',
  'training',
  'dropout',
  'variants',
  'averaging',
  'seeds',
  'run',
] as const;
export type FieldGroup = (typeof fieldGroups)[number];

/** Anything that may stand in a field of an experiment. */
export type FieldValue = AnyValue<Experiment>;

export interface Field extends AnyField<Experiment> {
  unit: FieldUnit;
  group: FieldGroup;
  /** Shown at once in the panel; the rest stands in `details`. */
  everyday: boolean;
}

/** How many changes during a run an experiment may keep. */
const MAX_CHANGES = 1_000;
/** Most files that an experiment may name: twice as many as MNIST has. */
const MAX_FILES = 8;

const normal = ({ network }: Experiment) => network.initialisation === 'normal';
const sgd = ({ training }: Experiment) => training.optimizer === 'sgd';
const decays = ({ variants }: Experiment) => variants.includes('weight-decay');
const noisy = ({ variants }: Experiment) => variants.includes('input-noise');
const drops = ({ variants }: Experiment) =>
  variants.some((v) => v === 'dropout' || v === 'subnetworks' || v === 'shared-subnetworks');
const averages = ({ variants }: Experiment) =>
  variants.some((v) => v === 'dropout' || v === 'shared-subnetworks');
const several = ({ variants }: Experiment) =>
  variants.some((v) => v === 'subnetworks' || v === 'shared-subnetworks' || v === 'full-ensemble');

const dataKinds = ['digits', 'plane', 'idx', 'csv'] as const satisfies readonly DataKind[];

/** The need of a field that only these kinds of data have. */
const only = (...of: DataKind[]): Need<Experiment> => ({
  expected: { kind: 'data-kind', of },
  instead: ({ data }) => (of.includes(data.kind) ? null : data.kind),
});
const hiddenLayer: Need<Experiment> = {
  expected: { kind: 'hidden-layer' },
  instead: ({ network }) => (network.hidden.length > 0 ? null : 'none'),
};

const hidden: FieldRange = {
  kind: 'list',
  of: ranges.units,
  min: ranges.layers.min,
  max: ranges.layers.max,
  separator: '-',
  distinct: false,
};
const variants: FieldRange = {
  kind: 'list',
  of: choice(variantNames),
  min: 1,
  max: variantNames.length,
  separator: ',',
  distinct: true,
};

const changes: FieldRange = {
  kind: 'changes',
  max: MAX_CHANGES,
  of: changeables,
  step: { kind: 'integer', min: 0, max: Infinity },
};

const data = { group: 'data', everyday: true } as const;
const network = { group: 'network', everyday: false } as const;
const training = { group: 'training', everyday: false } as const;
const dropout = { group: 'dropout', everyday: true, unit: 'probability', step: 0.05 } as const;
const seeds = {
  group: 'seeds',
  everyday: false,
  unit: 'none',
  range: ranges.seed,
  step: 1,
} as const;
const run = { group: 'run', everyday: false, unit: 'none' } as const;

// prettier-ignore
const table = [
  { name: 'data', path: 'data.kind', range: choice(dataKinds), unit: 'none', ...data, put: (e, kind) => withDataKind(e, kind as DataKind) },
  { name: 'shape', path: 'data.shape', range: choice(planeShapes), unit: 'none', ...data, needs: only('plane') },
  { name: 'files', path: 'data.files', range: { kind: 'files', max: MAX_FILES }, unit: 'none', ...data, needs: only('idx', 'csv') },
  { name: 'label-column', path: 'data.labelColumn', range: { kind: 'text', maxLength: 1_000 }, unit: 'none', ...data, needs: only('csv') },
  { name: 'train', path: 'data.train', range: ranges.train, unit: 'examples', ...data, step: 10, scale: 'log' },
  { name: 'test', path: 'data.test', range: ranges.test, unit: 'examples', ...data, everyday: false, step: 10, scale: 'log' },
  { name: 'label-noise', path: 'data.labelNoise', range: ranges.labelNoise, unit: 'share', ...data, step: 0.05 },
  { name: 'side', path: 'data.side', range: ranges.side, unit: 'pixels', ...data, everyday: false, step: 1, needs: only('digits') },
  { name: 'distortion', path: 'data.distortion', range: ranges.distortion, unit: 'none', ...data, everyday: false, step: 0.1, needs: only('digits') },
  { name: 'pixel-noise', path: 'data.pixelNoise', range: ranges.pixelNoise, unit: 'standard-deviation', ...data, everyday: false, step: 0.05, needs: only('digits') },
  { name: 'noise', path: 'data.noise', range: ranges.planeNoise, unit: 'standard-deviation', ...data, step: 0.05, needs: only('plane') },

  { name: 'hidden', path: 'network.hidden', range: hidden, unit: 'units', ...network, everyday: true, put: (e, units) => withHidden(e, units as number[]) },
  { name: 'activation', path: 'network.activation', range: choice(activationNames), unit: 'none', ...network },
  { name: 'init', path: 'network.initialisation', range: choice(initialisationNames), unit: 'none', ...network },
  { name: 'sigma', path: 'network.sigma', range: ranges.sigma, unit: 'standard-deviation', ...network, step: 0.01, scale: 'log', matters: normal },

  { name: 'epochs', path: 'training.epochs', range: ranges.epochs, unit: 'epochs', ...training, everyday: true, step: 1, scale: 'log' },
  { name: 'lr', path: 'training.learningRate', range: ranges.learningRate, unit: 'none', ...training, everyday: true, step: 0.001, scale: 'log' },
  { name: 'optimizer', path: 'training.optimizer', range: choice(['sgd', 'adam']), unit: 'none', ...training },
  { name: 'momentum', path: 'training.momentum', range: ranges.momentum, unit: 'none', ...training, step: 0.05, matters: sgd },
  { name: 'batch', path: 'training.batch', range: ranges.batch, unit: 'examples', ...training, step: 1, scale: 'log' },
  { name: 'l2', path: 'training.l2', range: ranges.l2, unit: 'none', ...training, step: 0.0001, scale: 'log' },
  { name: 'max-norm', path: 'training.maxNorm', range: ranges.maxNorm, unit: 'none', ...training, step: 0.5, scale: 'log' },

  { name: 'p-in', path: 'dropout.input', range: ranges.probability, ...dropout, matters: drops },
  { name: 'p', path: 'dropout.hidden', range: { kind: 'per-layer', of: ranges.probability, max: ranges.layers.max }, ...dropout, needs: hiddenLayer, matters: drops },

  { name: 'variants', path: 'variants', range: variants, unit: 'none', group: 'variants', everyday: true },
  { name: 'members', path: 'members', range: ranges.members, unit: 'networks', group: 'variants', everyday: true, step: 1, scale: 'log', matters: several },
  { name: 'weight-decay', path: 'weightDecay', range: ranges.l2, unit: 'none', group: 'variants', everyday: false, step: 0.0001, scale: 'log', matters: decays },
  { name: 'input-noise', path: 'inputNoise', range: ranges.inputNoise, unit: 'standard-deviation', group: 'variants', everyday: false, step: 0.05, matters: noisy },

  { name: 'draws', path: 'averaging.draws', range: ranges.draws, unit: 'subnetworks', group: 'averaging', everyday: false, step: 10, scale: 'log', matters: averages },
  { name: 'examples', path: 'averaging.examples', range: ranges.averagedExamples, unit: 'examples', group: 'averaging', everyday: false, step: 10, scale: 'log', matters: averages },

  { name: 'seed-data', path: 'seeds.data', ...seeds },
  { name: 'seed-weights', path: 'seeds.weights', ...seeds },
  { name: 'seed-masks', path: 'seeds.masks', ...seeds },
  { name: 'seed-order', path: 'seeds.order', ...seeds },

  { name: 'backend', path: 'backend', range: choice(backendChoices), ...run },
  { name: 'precision', path: 'precision', range: choice(['single', 'half']), ...run },
  { name: 'change', path: 'changes', range: changes, ...run },
] as const satisfies readonly Field[];

/** The names of the link's parameters. */
export type FieldName = (typeof table)[number]['name'];

/** Every field, in the order in which a link is read. */
export const fields: readonly (Field & { name: FieldName })[] = table;

const byName = new Map(fields.map((field) => [field.name as string, field]));
const byPath = new Map(fields.map((field) => [field.path as string, field]));

/** The row of a parameter of the link, or undefined. */
export function fieldNamed(name: string): (Field & { name: FieldName }) | undefined {
  return byName.get(name);
}

/** The row of a path, or undefined. */
export function fieldAt(path: string): (Field & { name: FieldName }) | undefined {
  return byPath.get(path);
}
