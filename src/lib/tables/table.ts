import type { VariantName } from '#lib/experiment/experiment.ts';

/**
 * A table of results, as `npm run results` writes it to `stored/ID.json` and the page draws it. Every
 * number is computed; titles, names and quantities are keys, for which each language has its words.
 */
export interface StoredTable {
  id: TableId;
  /** What the rows are places of, if they are points of a curve; null if they have names. */
  axis: { key: AxisKey; scale: 'linear' | 'log' } | null;
  rows: StoredRow[];
  series: StoredSeries[];
  /** How values that had to be chosen were chosen. */
  choices: StoredChoice[];
  /** The seeds of the runs: each is the value of all four seeds of one run's experiment. */
  seeds: number[];
  /** The command that computes the table again. */
  command: string;
  versions: { node: string; tfjs: string; backend: string };
  /** The query of a link that runs the whole table on the site; null if no single link does. */
  link: string | null;
}

export const tableIds = [
  'noisy-digits',
  'averages-against-k',
  'drop-rate-fixed-n',
  'drop-rate-fixed-pn',
  'data-set-size',
  'regularisers',
  'hidden-layers',
  'geometric-gap',
  'clean-labels',
  'mnist',
  'input-noise',
] as const;
export type TableId = (typeof tableIds)[number];

/** Subnetworks averaged, drop probability, training examples, standard deviation on the test inputs. */
export type AxisKey = 'k' | 'p' | 'train' | 'test-noise';

/** A way of training, or of predicting with what was trained by dropout. */
export type NameKey =
  | VariantName
  | 'dropout-mean'
  | 'off'
  | 'arithmetic-mean'
  | 'geometric-mean'
  | 'early-stopping'
  | 'max-norm'
  | 'dropout-max-norm'
  | 'one-layer'
  | 'two-layers';

/** Values of link parameters that something was made with, e.g. `{ p: 0.5, hidden: '256-256' }`. */
export type Settings = Readonly<Record<string, number | string>>;

export interface StoredRow {
  /** null if the row is a place on an axis. */
  name: NameKey | null;
  /**
   * The place on the axis, or the number that belongs to the name: λ, a bound, networks averaged;
   * null if there is none.
   */
  value: number | null;
  settings: Settings;
  /** The query of a link that runs this row on the site, or null. */
  link: string | null;
}

/**
 * `test-error` and `train-error` are shares in [0, 1], `test-loss` is the NLL in nats, `loss-gap` the NLL
 * of the geometric mean less that of dropout off.
 */
export type Quantity = 'test-error' | 'train-error' | 'test-loss' | 'loss-gap';

/** One quantity along the rows. Arrays are `[rows]`; a number that is not there is null. */
export interface StoredSeries {
  /** null where the rows are names. */
  name: NameKey | null;
  /** The number that belongs to the name, such as networks averaged, or null. */
  value: number | null;
  settings: Settings;
  quantity: Quantity;
  mean: (number | null)[];
  /** Standard error of the mean over the seeds. */
  standardError: (number | null)[];
  /** `[rows][seeds]`; null where the run diverged. */
  perSeed: (number | null)[][];
  /** Runs that diverged; they take no part in the mean. */
  diverged: number[];
}

/** A value chosen as the one with the least mean error on rows held out of training. */
export interface StoredChoice {
  name: NameKey;
  /** The parameter of the link. */
  field: string;
  values: number[];
  /** Mean validation error of each value, and its standard error; null where a run diverged. */
  mean: (number | null)[];
  standardError: (number | null)[];
  chosen: number;
}
