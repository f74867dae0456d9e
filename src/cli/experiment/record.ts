import type { BackendName, VariantName } from '#lib/experiment/experiment.ts';
import type { EstimatorResult } from '#lib/experiment/result.ts';
import type { Divergence } from '#lib/protocol/protocol.ts';
import type { Cell } from './grid.ts';

/**
 * What one unit of work gave: a line of the journal. A number that is not finite is null. Everything but
 * `seconds`, which stands last, is the same whenever the unit is computed again on the same backend.
 */
export interface UnitRecord {
  unit: number;
  cell: Cell;
  /** What all four seeds were; null where they were the experiment's own. */
  seed: number | null;
  variant: VariantName;
  backend: BackendName;
  /** `diverged`: a number was Inf or NaN in every member, and the figures are from before that step. */
  stop: 'reached' | 'diverged';
  /** Steps after which the tested weights were kept. */
  step: number;
  /** Members that stopped early, and the first number of each that was not finite. */
  diverged: Divergence[];
  /** On the test rows. */
  estimators: EstimatorResult[];
  /** On the rows held out of training, where some were. */
  validation: EstimatorResult[] | null;
  /** On the test rows with noise on their inputs. */
  noise: { deviation: number; estimators: EstimatorResult[] }[];
  /** Of variants with subnetworks that share weights. */
  averages: Averages | null;
  /** How long it took. */
  seconds: number;
}

/** Means over k subnetworks, against k; each figure is the mean over disjoint groups of k draws. */
export interface Averages {
  draws: number;
  /** Test examples, the first ones. */
  examples: number;
  k: number[];
  /** How many disjoint groups of k the draws gave. */
  groups: number[];
  arithmetic: Figures;
  geometric: Figures;
  /** Dropout off, on the same examples. */
  off: { error: number | null; loss: number | null };
}

/** Error as a share and NLL in nats, one of each a k. */
export interface Figures {
  error: (number | null)[];
  loss: (number | null)[];
}
