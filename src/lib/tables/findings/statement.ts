import type { AxisKey, NameKey, Quantity, TableId } from '../table.ts';
import type { Claim } from './claim.ts';
import type { Difference } from './paired.ts';

/**
 * What the figures of a table allow to be said. Everything in it is computed from them; each language
 * makes sentences of it (`src/lib/i18n/…/results/findings.ts`), so that no sentence can contradict them.
 */
export interface Finding {
  table: TableId;
  statements: Statement[];
  /** What is published, and whether it holds here. */
  claims: Claim[];
}

/**
 * `wider-layers` are widened so that the number of kept units stays the same, and `same-layers`
 * have one width: these two name curves of two tables.
 */
export type SideName = NameKey | 'wider-layers' | 'same-layers';

/** A row or a series: a way of training or of predicting. */
export interface Side {
  name: SideName;
  value: number | null;
}

/** Where a comparison is made: a place on an axis, or a network. */
export type Place = { key: AxisKey; value: number } | { network: 'one-layer' | 'two-layers' };

/** One side compared with another. */
export interface Comparison {
  kind: 'comparison';
  quantity: Quantity;
  place: Place | null;
  subject: Side;
  object: Side;
  subjectMean: number;
  objectMean: number;
  difference: Difference;
}

/** Every other row against the control, better ones first; the difference is row less control. */
export interface AgainstControl {
  kind: 'against-control';
  quantity: Quantity;
  control: Side;
  controlMean: number;
  others: { side: Side; difference: Difference }[];
}

/** Where the curve of `subject` comes down to the level of `object`. */
export interface Meeting {
  kind: 'meeting';
  quantity: Quantity;
  key: AxisKey;
  subject: Side;
  object: Side;
  /**
   * The first place from which on `subject` is nowhere clearly worse; null if it is so at the end.
   */
  from: number | null;
  /** The last place of the curve. */
  end: number;
  atEnd: Difference;
}

/** Where a curve is lowest, and how far around that place nothing is clearly worse. */
export interface Flat {
  kind: 'flat';
  quantity: Quantity;
  key: AxisKey;
  best: number;
  bestMean: number;
  /** The ends of the stretch around the best place in which no place is clearly worse. */
  from: number;
  to: number;
  /** Every place that is clearly worse than the best. */
  worse: { value: number; mean: number }[];
}

/** One place of a curve against another. */
export interface Places {
  kind: 'places';
  quantity: Quantity;
  key: AxisKey;
  at: number;
  against: number;
  atMean: number;
  againstMean: number;
  difference: Difference;
}

/** How much `subject` gains on `control` along an axis; a gain is control less subject. */
export interface Gains {
  kind: 'gains';
  quantity: Quantity;
  key: AxisKey;
  subject: Side;
  control: Side;
  /** `better`: a clear gain; `worse`: a clear loss. */
  places: { value: number; gain: Difference }[];
  /** Where the mean gain is largest. */
  peak: number;
  /** The gain at the last place less the largest one; null where they are the same place. */
  endAgainstPeak: Difference | null;
}

/**
 * How far the geometric mean of k subnetworks is from dropout off, at the largest k (`gap`) and at
 * the smallest (`first`), in NLL.
 */
export interface Gap {
  kind: 'gap';
  network: 'one-layer' | 'two-layers';
  k: number;
  first: { k: number; mean: number };
  /** Its relation is `no clear difference` if the gap does not clearly differ from 0. */
  gap: Difference;
}

export type Statement = Comparison | AgainstControl | Meeting | Flat | Places | Gains | Gap;
