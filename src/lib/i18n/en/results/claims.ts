import type { Claim, ClaimKey, Outcome } from '#lib/tables/findings/claim.ts';
import { formats } from '../../formats.ts';

const { integer } = formats('en');

/** The published claims, each with the rule that judges it; whether it holds is computed. */
const texts: Record<ClaimKey, string> = {
  'dropout-beats-single': 'A network trained with dropout has a lower test error than one without.',
  'mean-meets-off':
    'At about 50 subnetworks their mean is as good as dropout turned off (counted as so from 10 to 250).',
  'mean-stays-with-off': 'With more of them it is as good or slightly better.',
  'flat-in-the-middle': 'Test error is flat for 0.2 ≤ p ≤ 0.6.',
  'rises-outside': 'It rises outside, towards both ends.',
  'half-is-near-the-best': 'p = 0.5 is close to the best.',
  'width-mends-large-p': 'Wider layers take away much of the error at large p.',
  'no-gain-with-little-data': 'With very little data dropout gains nothing.',
  'gain-with-more-data': 'With more data it gains.',
  'gain-declines': 'With a lot of data it gains less again.',
  'max-norm-beats-l2': 'Max-norm is better than L2.',
  'dropout-beats-l2': 'Dropout is better than L2.',
  'both-beat-max-norm': 'Dropout with max-norm is better than max-norm alone.',
  'geometric-is-nearer':
    'The geometric mean is nearer to dropout turned off than the arithmetic mean is.',
  'gap-vanishes':
    'With one hidden layer the gap goes to 0 (counted as so within noise, or below a hundredth of that at k = 1).',
  'gap-remains': 'A mask before a non-linearity can leave a gap, however many are averaged.',
  'noise-beats-single': 'Training with noise on the inputs helps against noise on them.',
};

const outcomes: Record<Outcome, string> = {
  holds: 'holds here',
  'in-part': 'holds here in part',
  fails: 'does not hold here',
  unclear: 'these seeds do not tell',
};

export const claims = {
  text: ({ key, train }: Claim) =>
    train === undefined ? texts[key] : `${texts[key]} (${integer(train)} examples)`,
  outcome: (outcome: Outcome) => outcomes[outcome],
  /** The verdict on all claims of a table together, as the index shows it. */
  together: {
    holds: 'agrees with what is published',
    'in-part': 'agrees in part',
    fails: 'does not agree',
    unclear: 'undecided',
  } satisfies Record<Outcome, string>,
};
