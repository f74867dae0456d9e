import type { Field } from '#lib/fields/field.ts';
import type { PathOf, ValueAt } from '#lib/fields/paths.ts';
import { choice, type Range } from '#lib/fields/ranges.ts';
import { computeRanges } from './compute.ts';
import { probeRanges } from './small-probes.ts';
import { inputRanges, stackRanges } from './stack.ts';
import { gridRanges, stabilityViews, type StabilityState, type StabilityView } from './state.ts';
import { changeables, changeSteps, cureRanges, trainingRanges } from './training.ts';

/** The table of the fields of the stability page: a row for each number or name of its state. */

export const stabilityGroups = [
  'page',
  'stack',
  'inputs',
  'training',
  'cure',
  'grid',
  'products',
  'matrices',
  'sums',
  'taylor',
  'recurrence',
  'compute',
] as const;
export type StabilityGroup = (typeof stabilityGroups)[number];

/** A place in the state of the page that holds one number or name, and anything that one may hold. */
export type StabilityPath = Exclude<PathOf<StabilityState>, 'training.changes'>;
export type StabilityValue = ValueAt<StabilityState, StabilityPath>;

export interface StabilityField extends Field<StabilityState> {
  path: StabilityPath;
  range: Range;
  group: StabilityGroup;
  /** The views of its group in which the field changes anything; absent means all of them. */
  views?: readonly StabilityView[];
}

/** Whether the grid is shown and its rows set this part of the stack. */
const gridSays = (rows: StabilityState['grid']['rows']) => (state: StabilityState) =>
  state.view === 'grid' && state.grid.rows === rows;
const own = (rows: StabilityState['grid']['rows']) => (state: StabilityState) =>
  !gridSays(rows)(state);
const sigma = (state: StabilityState) =>
  gridSays('initialisation')(state) ||
  state.stack.initialisation === 'normal' ||
  state.stack.initialisation === 'constant';
const skips = ({ stack }: StabilityState) => stack.residual !== 'none';
const limits = ({ training }: StabilityState) =>
  training.cure.kind === 'value' || training.cure.kind === 'norm';

const stack = { group: 'stack' } as const;
const inputs = { group: 'inputs' } as const;
const training = { group: 'training' } as const;
const cure = { group: 'cure' } as const;
/** For fields of a cure that are listed for the grid alone: the other view has its own controls. */
const gridOnly = { ...cure, views: ['grid'] } as const;
const grid = { group: 'grid', scale: 'log' } as const;
const products = { group: 'products' } as const;
const matrices = { group: 'matrices', step: 1 } as const;
const sums = { group: 'sums' } as const;
const taylor = { group: 'taylor' } as const;
const recurrence = { group: 'recurrence' } as const;
const compute = { group: 'compute' } as const;

/** Rows in the order of the controls. */
// prettier-ignore
export const stabilityFields = [
  { name: 'view', path: 'view', range: choice(stabilityViews), group: 'page' },

  { name: 'depth', path: 'stack.depth', range: stackRanges.depth, ...stack, step: 1, scale: 'log', matters: own('depth') },
  { name: 'width', path: 'stack.width', range: stackRanges.width, ...stack, step: 8, scale: 'log' },
  { name: 'widths', path: 'stack.widths', range: stackRanges.widths, ...stack },
  { name: 'activation', path: 'stack.activation', range: stackRanges.activation, ...stack, matters: own('activation') },
  { name: 'init', path: 'stack.initialisation', range: stackRanges.initialisation, ...stack, matters: own('initialisation') },
  { name: 'sigma', path: 'stack.sigma', range: stackRanges.sigma, ...stack, step: 0.01, scale: 'log', matters: sigma },
  { name: 'gain', path: 'stack.gain', range: stackRanges.gain, ...stack, step: 0.05 },
  { name: 'residual', path: 'stack.residual', range: stackRanges.residual, ...stack },
  { name: 'branch', path: 'stack.branch', range: stackRanges.branch, ...stack, step: 1, matters: skips },
  { name: 'p', path: 'stack.drop', range: stackRanges.drop, ...stack, step: 0.05 },
  { name: 'precision', path: 'stack.precision', range: stackRanges.precision, ...stack },
  { name: 'loss-scale', path: 'stack.lossScale', range: stackRanges.lossScale, ...stack, step: 1, scale: 'log', views: ['signals', 'learning', 'grid'] },
  { name: 'networks', path: 'stack.networks', range: stackRanges.networks, ...stack, step: 1, scale: 'log', views: ['signals'] },
  { name: 'seed', path: 'stack.seed', range: stackRanges.seed, ...stack, step: 1 },

  { name: 'inputs', path: 'stack.inputs.count', range: inputRanges.count, ...inputs, step: 1, scale: 'log' },
  { name: 'input-mean', path: 'stack.inputs.mean', range: inputRanges.mean, ...inputs, step: 0.1 },
  { name: 'input-scale', path: 'stack.inputs.scale', range: inputRanges.scale, ...inputs, step: 0.1, scale: 'log' },

  { name: 'data', path: 'training.data', range: trainingRanges.data, ...training },
  { name: 'train', path: 'training.examples', range: trainingRanges.examples, ...training, step: 10, scale: 'log' },
  { name: 'lr', path: 'training.learningRate', range: trainingRanges.learningRate, ...training, step: 0.001, scale: 'log', views: ['learning'] },
  { name: 'momentum', path: 'training.momentum', range: trainingRanges.momentum, ...training, step: 0.05 },
  { name: 'batch', path: 'training.batch', range: trainingRanges.batch, ...training, step: 1, scale: 'log' },
  { name: 'steps', path: 'training.steps', range: trainingRanges.steps, ...training, step: 1, scale: 'log' },

  { name: 'cure', path: 'training.cure.kind', range: cureRanges.kind, ...gridOnly },
  { name: 'limit', path: 'training.cure.limit', range: cureRanges.limit, ...cure, step: 0.1, scale: 'log', matters: limits },
  { name: 'cure-init', path: 'training.cure.initialisation', range: cureRanges.initialisation, ...gridOnly, matters: own('initialisation') },
  { name: 'cure-activation', path: 'training.cure.activation', range: cureRanges.activation, ...gridOnly, matters: own('activation') },
  { name: 'cure-residual', path: 'training.cure.residual', range: cureRanges.residual, ...gridOnly },
  { name: 'cure-p', path: 'training.cure.drop', range: cureRanges.drop, ...gridOnly },

  { name: 'rows', path: 'grid.rows', range: gridRanges.rows, group: 'grid' },
  { name: 'lr-from', path: 'grid.lowest', range: gridRanges.lowest, ...grid, step: 0.001 },
  { name: 'lr-to', path: 'grid.highest', range: gridRanges.highest, ...grid, step: 0.001 },
  { name: 'lr-columns', path: 'grid.columns', range: gridRanges.columns, ...grid, scale: 'linear', step: 1 },

  { name: 'factor', path: 'products.factor', range: probeRanges.products.factor, ...products, step: 0.1 },
  { name: 'factors', path: 'products.count', range: probeRanges.products.count, ...products, step: 1 },

  { name: 'matrix-size', path: 'matrices.size', range: probeRanges.matrices.size, ...matrices },
  { name: 'matrices', path: 'matrices.count', range: probeRanges.matrices.count, ...matrices },
  { name: 'matrix-runs', path: 'matrices.runs', range: probeRanges.matrices.runs, ...matrices, scale: 'log' },

  { name: 'terms', path: 'sums.count', range: probeRanges.sums.count, ...sums, step: 1 },
  { name: 'centre', path: 'sums.centre', range: probeRanges.sums.centre, ...sums, step: 0.1 },
  { name: 'spread', path: 'sums.spread', range: probeRanges.sums.spread, ...sums, step: 0.1 },
  { name: 'sum-runs', path: 'sums.runs', range: probeRanges.sums.runs, ...sums, step: 1, scale: 'log' },

  { name: 'taylor-of', path: 'taylor.activation', range: probeRanges.taylor.activation, ...taylor },
  { name: 'order', path: 'taylor.order', range: probeRanges.taylor.order, ...taylor, step: 1 },
  { name: 'reach', path: 'taylor.reach', range: probeRanges.taylor.reach, ...taylor, step: 0.5 },

  { name: 'units', path: 'recurrence.units', range: probeRanges.recurrence.units, ...recurrence, step: 1, scale: 'log' },
  { name: 'time', path: 'recurrence.steps', range: probeRanges.recurrence.steps, ...recurrence, step: 1 },
  { name: 'recurrent-gain', path: 'recurrence.gain', range: probeRanges.recurrence.gain, ...recurrence, step: 0.05 },
  { name: 'forget-bias', path: 'recurrence.forgetBias', range: probeRanges.recurrence.forgetBias, ...recurrence, step: 0.5 },
  { name: 'noise', path: 'recurrence.noise', range: probeRanges.recurrence.noise, ...recurrence, step: 0.1 },
  { name: 'recurrent-networks', path: 'recurrence.networks', range: probeRanges.recurrence.networks, ...recurrence, step: 1 },

  { name: 'backend', path: 'compute.backend', range: computeRanges.backend, ...compute },
  { name: 'precision', path: 'compute.render', range: computeRanges.render, group: 'page' },
] as const satisfies readonly StabilityField[];

export type StabilityFieldName = (typeof stabilityFields)[number]['name'];

/** What was changed while a network trained: in the link, and without a control of its own. */
export const changesField: Field<StabilityState> = {
  name: 'change',
  path: 'training.changes',
  range: { kind: 'changes', max: 1_000, of: changeables, step: changeSteps },
};
