import type { AxisKey, NameKey, Quantity } from '#lib/tables/table.ts';

/** The words of `docs/results.md` for the keys of a table, and how each quantity is written. */

const names: Record<NameKey, string> = {
  single: '`single`',
  dropout: '`dropout`, off',
  subnetworks: '`subnetworks`',
  'shared-subnetworks': '`shared-subnetworks`',
  'full-ensemble': '`full-ensemble`',
  'weight-decay': '`weight-decay`',
  'input-noise': '`input-noise`',
  'dropout-mean': '`dropout`, mean',
  off: 'off',
  'arithmetic-mean': 'arithmetic mean',
  'geometric-mean': 'geometric mean',
  'early-stopping': 'early stopping',
  'max-norm': 'max-norm',
  'dropout-max-norm': '`dropout`, off, and max-norm',
  'one-layer': 'one hidden layer',
  'two-layers': 'two hidden layers',
};

/** How the number that belongs to a name is written after it. */
const values: Partial<Record<NameKey, (value: number) => string>> = {
  subnetworks: (k) => `: mean of ${k}, own weights`,
  'shared-subnetworks': (k) => `: mean of ${k}, shared weights`,
  'full-ensemble': (k) => `: mean of ${k} networks`,
  'weight-decay': (l2) => `: L2 of ${l2}`,
  'input-noise': (sd) => `: ${sd} on the inputs`,
  'dropout-mean': (k) => ` of ${k}`,
  'arithmetic-mean': (k) => ` of ${k}`,
  'geometric-mean': (k) => ` of ${k}`,
  'max-norm': (c) => ` of ${c}`,
  'dropout-max-norm': (c) => ` of ${c}`,
};

export const axes: Record<AxisKey, string> = {
  k: 'k',
  p: 'p',
  train: 'training examples',
  'test-noise': 'noise',
};

/** `times`: what a figure is multiplied by. */
export const quantities: Record<Quantity, { text: string; times: number; digits: number }> = {
  'test-error': { text: 'test error %', times: 100, digits: 2 },
  'train-error': { text: 'train error %', times: 100, digits: 2 },
  'test-loss': { text: 'test NLL', times: 1, digits: 3 },
  'loss-gap': { text: 'difference of NLL', times: 1, digits: 5 },
};

/** A name, with the number that belongs to it where there is one. */
export function nameText(name: NameKey, value: number | null): string {
  return names[name] + (value === null ? '' : (values[name]?.(value) ?? ''));
}
