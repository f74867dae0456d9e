import type { Range } from '../ranges.ts';
import type { StabilityPath } from './access.ts';
import { computeRanges } from './compute.ts';
import { probeRanges } from './small-probes.ts';
import { stackRanges } from './stack.ts';
import { stateRanges, type StabilityState, type StabilityView } from './state.ts';
import { trainingRanges } from './training.ts';

/**
 * The one table that drives the link and the controls of the stability page: a row for each number or
 * name of its state. The names stand in links: add to them, never rename.
 */

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

export interface StabilityField {
  /** The parameter of the link. Two rows may share one where no text is a value of both. */
  name: string;
  path: StabilityPath;
  range: Range;
  group: StabilityGroup;
  /** A sensible step of a number box or slider. Not a restriction. */
  step?: number;
  /** How a slider should run. A logarithmic one may have to begin above `range.min`. */
  scale?: 'linear' | 'log';
  /** The views of its group that it changes anything in; absent is all of them. */
  views?: readonly StabilityView[];
  /** Whether the field changes anything as things stand; absent is always. */
  matters?: (state: StabilityState) => boolean;
}

/** Whether the rows of the grid that is shown say what this part of the stack is. */
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
/** Where a view has controls of its own for the others. */
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
  { name: 'view', path: 'view', range: stateRanges.view, group: 'page' },

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

  { name: 'inputs', path: 'stack.inputs.count', range: stackRanges.inputs, ...inputs, step: 1, scale: 'log' },
  { name: 'input-mean', path: 'stack.inputs.mean', range: stackRanges.inputMean, ...inputs, step: 0.1 },
  { name: 'input-scale', path: 'stack.inputs.scale', range: stackRanges.inputScale, ...inputs, step: 0.1, scale: 'log' },

  { name: 'data', path: 'training.data', range: trainingRanges.data, ...training },
  { name: 'train', path: 'training.examples', range: trainingRanges.examples, ...training, step: 10, scale: 'log' },
  { name: 'lr', path: 'training.learningRate', range: trainingRanges.learningRate, ...training, step: 0.001, scale: 'log', views: ['learning'] },
  { name: 'momentum', path: 'training.momentum', range: trainingRanges.momentum, ...training, step: 0.05 },
  { name: 'batch', path: 'training.batch', range: trainingRanges.batch, ...training, step: 1, scale: 'log' },
  { name: 'steps', path: 'training.steps', range: trainingRanges.steps, ...training, step: 1, scale: 'log' },

  { name: 'cure', path: 'training.cure.kind', range: trainingRanges.cure, ...gridOnly },
  { name: 'limit', path: 'training.cure.limit', range: trainingRanges.limit, ...cure, step: 0.1, scale: 'log', matters: limits },
  { name: 'cure-init', path: 'training.cure.initialisation', range: trainingRanges.cureInitialisation, ...gridOnly, matters: own('initialisation') },
  { name: 'cure-activation', path: 'training.cure.activation', range: trainingRanges.cureActivation, ...gridOnly, matters: own('activation') },
  { name: 'cure-residual', path: 'training.cure.residual', range: trainingRanges.cureResidual, ...gridOnly },
  { name: 'cure-p', path: 'training.cure.drop', range: trainingRanges.cureDrop, ...gridOnly },

  { name: 'rows', path: 'grid.rows', range: stateRanges.gridRows, group: 'grid' },
  { name: 'lr-from', path: 'grid.lowest', range: stateRanges.gridRate, ...grid, step: 0.001 },
  { name: 'lr-to', path: 'grid.highest', range: stateRanges.gridRate, ...grid, step: 0.001 },
  { name: 'lr-columns', path: 'grid.columns', range: stateRanges.gridColumns, ...grid, scale: 'linear', step: 1 },

  { name: 'factor', path: 'products.factor', range: probeRanges.factor, ...products, step: 0.1 },
  { name: 'factors', path: 'products.count', range: probeRanges.factors, ...products, step: 1 },

  { name: 'matrix-size', path: 'matrices.size', range: probeRanges.matrixSize, ...matrices },
  { name: 'matrices', path: 'matrices.count', range: probeRanges.matrices, ...matrices },
  { name: 'matrix-runs', path: 'matrices.runs', range: probeRanges.matrixRuns, ...matrices, scale: 'log' },

  { name: 'terms', path: 'sums.count', range: probeRanges.terms, ...sums, step: 1 },
  { name: 'centre', path: 'sums.centre', range: probeRanges.centre, ...sums, step: 0.1 },
  { name: 'spread', path: 'sums.spread', range: probeRanges.spread, ...sums, step: 0.1 },
  { name: 'sum-runs', path: 'sums.runs', range: probeRanges.termRuns, ...sums, step: 1, scale: 'log' },

  { name: 'taylor-of', path: 'taylor.activation', range: probeRanges.taylorActivation, ...taylor },
  { name: 'order', path: 'taylor.order', range: probeRanges.order, ...taylor, step: 1 },
  { name: 'reach', path: 'taylor.reach', range: probeRanges.reach, ...taylor, step: 0.5 },

  { name: 'units', path: 'recurrence.units', range: probeRanges.units, ...recurrence, step: 1, scale: 'log' },
  { name: 'time', path: 'recurrence.steps', range: probeRanges.timeSteps, ...recurrence, step: 1 },
  { name: 'recurrent-gain', path: 'recurrence.gain', range: probeRanges.recurrentGain, ...recurrence, step: 0.05 },
  { name: 'forget-bias', path: 'recurrence.forgetBias', range: probeRanges.forgetBias, ...recurrence, step: 0.5 },
  { name: 'noise', path: 'recurrence.noise', range: probeRanges.noise, ...recurrence, step: 0.1 },
  { name: 'recurrent-networks', path: 'recurrence.networks', range: probeRanges.recurrentNetworks, ...recurrence, step: 1 },

  { name: 'backend', path: 'compute.backend', range: computeRanges.backend, ...compute },
  { name: 'precision', path: 'compute.render', range: computeRanges.render, group: 'page' },
] as const satisfies readonly StabilityField[];

export type StabilityFieldName = (typeof stabilityFields)[number]['name'];

/** The rows of a parameter of the link. */
export function stabilityFieldsOf(name: string): readonly StabilityField[] {
  return stabilityFields.filter((field) => field.name === name);
}
