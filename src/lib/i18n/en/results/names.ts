import type { SideName } from '#lib/tables/findings/statement.ts';
import type { AxisKey, NameKey, Quantity } from '#lib/tables/table.ts';
import { formats } from '../../formats.ts';

const { integer, number } = formats('en');

/**
 * Each name as a noun in the singular, for a row and for a sentence; `n` is the number that belongs
 * to it.
 */
const names: Record<SideName, (n: number | null) => string> = {
  single: () => 'the single network',
  dropout: () => 'dropout',
  subnetworks: (k) =>
    k === null ? 'subnetworks of their own' : `${meanOf(k)} subnetworks with weights of their own`,
  'shared-subnetworks': (k) =>
    k === null ? 'shared subnetworks' : `${meanOf(k)} subnetworks with shared weights`,
  'full-ensemble': (k) => (k === null ? 'the full ensemble' : `${meanOf(k)} full networks`),
  'weight-decay': (l2) => `weight decay${given('λ =', l2)}`,
  'input-noise': (sd) => `input noise${given('standard deviation', sd)}`,
  'dropout-mean': (k) => `the mean of ${many(k)} subnetworks of dropout`,
  off: () => 'dropout turned off',
  'arithmetic-mean': (k) => `the arithmetic mean of ${many(k)} subnetworks`,
  'geometric-mean': (k) => `the geometric mean of ${many(k)} subnetworks`,
  'early-stopping': () => 'early stopping',
  'max-norm': (c) => `max-norm${given('c =', c)}`,
  'dropout-max-norm': (c) => `dropout with max-norm${given('c =', c)}`,
  'one-layer': () => 'one hidden layer',
  'two-layers': () => 'two hidden layers',
  'wider-layers': () => 'dropout in layers that keep 128 units',
  'same-layers': () => 'dropout in layers of 256 units',
};

const meanOf = (k: number) => `the mean of ${integer(k)}`;
const many = (k: number | null) => (k === null ? 'k' : integer(k));
const given = (sign: string, value: number | null) =>
  value === null ? '' : ` of ${sign} ${number(value)}`;

/** A name within a sentence. */
export const nameWithin = (name: SideName, value: number | null) => names[name](value);

/** A name that stands alone: beside a row, at the end of a line. */
export function nameText(name: NameKey, value: number | null): string {
  const text = names[name](value).replace(/^the /, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A series without a name, called after the settings that it was made with. */
export function seriesText(settings: Readonly<Record<string, number | string>>): string {
  const { train, epochs } = settings;
  const parts = [
    ...(train === undefined ? [] : [`${integer(Number(train))} training examples`]),
    ...(epochs === undefined ? [] : [`${integer(Number(epochs))} epochs`]),
  ];
  return parts.join(', ');
}

export const axes: Record<AxisKey, string> = {
  k: 'subnetworks averaged, k',
  p: 'drop probability p',
  train: 'training examples',
  'test-noise': 'standard deviation of the noise on test inputs',
};

/** `long` at an axis, `short` on a switch and in a sentence. */
export const quantities: Record<Quantity, { long: string; short: string }> = {
  'test-error': { long: 'test error', short: 'Test error' },
  'train-error': { long: 'train error, against the labels as given', short: 'Train error' },
  'test-loss': { long: 'test NLL (nats)', short: 'Test NLL' },
  'loss-gap': { long: 'NLL of the geometric mean less that of dropout off', short: 'Gap' },
};
