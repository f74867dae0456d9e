import type { Difference } from './paired.ts';

/** The published claims. Each has its words, with the source, in every language. */
export type ClaimKey =
  | 'dropout-beats-single'
  | 'mean-meets-off'
  | 'mean-stays-with-off'
  | 'flat-in-the-middle'
  | 'rises-outside'
  | 'half-is-near-the-best'
  | 'width-mends-large-p'
  | 'no-gain-with-little-data'
  | 'gain-with-more-data'
  | 'gain-declines'
  | 'max-norm-beats-l2'
  | 'dropout-beats-l2'
  | 'both-beat-max-norm'
  | 'geometric-is-nearer'
  | 'gap-vanishes'
  | 'gap-remains'
  | 'noise-beats-single';

export type Outcome = 'holds' | 'in-part' | 'fails' | 'unclear';

/** A published claim, and whether it holds in the figures of a table. */
export interface Claim {
  key: ClaimKey;
  outcome: Outcome;
  /** Training examples, if the claim is about one number of them. */
  train?: number;
}

/** The outcome of a claim that one thing is better than another; `unclear` without figures. */
export function better(difference: Difference | null): Outcome {
  if (!difference || difference.relation === 'no clear difference') return 'unclear';
  return difference.relation === 'better' ? 'holds' : 'fails';
}

/** The outcome of several claims together, such as all of a table; `unclear` if there are none. */
export function together(outcomes: readonly Outcome[]): Outcome {
  const [first] = outcomes;
  if (first === undefined) return 'unclear';
  if (outcomes.every((one) => one === first)) return first;
  const some = outcomes.some((one) => one === 'holds' || one === 'in-part');
  return some ? 'in-part' : outcomes.includes('fails') ? 'fails' : 'unclear';
}
