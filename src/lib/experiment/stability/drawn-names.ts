/** What the views of the stability lab draw, by name: the lab draws it, and every language names it. */

/** What the chart of signals can show of a stack. */
export const modes = ['both', 'mean', 'variance', 'weights', 'blocked'] as const;
export type Mode = (typeof modes)[number];

/** The lines of that chart. */
export type LineName =
  'signal' | 'gradient' | 'mean' | 'variance' | 'weights' | 'dead' | 'saturated';

/** What is known of a quantity beforehand: the law of its logarithm, its expectation, or nothing. */
export type Known = 'law' | 'exact' | 'mean-field' | 'nothing';

/** The limits of a number format. */
export type LevelKind = 'largest' | 'smallestNormal' | 'smallestSubnormal';

/** The gradients through time. */
export const recurrenceLines = ['plain', 'lstm', 'path'] as const;
export type RecurrenceLine = (typeof recurrenceLines)[number];

/** The steps of the derivation of what becomes of a variance. */
export type FormulaId =
  | 'sum'
  | 'centred'
  | 'variance'
  | 'linear'
  | 'relu'
  | 'curved'
  | 'mask'
  | 'skip'
  | 'crossed'
  | 'chain'
  | 'backward'
  | 'linearSlope'
  | 'reluSlope'
  | 'curvedSlope'
  | 'backwardSkip'
  | 'both'
  | 'xavier'
  | 'uniform'
  | 'he';
