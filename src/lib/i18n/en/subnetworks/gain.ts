import type { Relation } from '#lib/experiment/statistics/verdict.ts';
import { formats } from '../../formats.ts';

const { integer, list } = formats('en');

/** A comparison with its figures as they are written: first minus second, and its 95% interval. */
interface Said {
  relation: Relation;
  difference: string;
  low: string;
  high: string;
}

const interval = ({ difference, low, high }: Said) =>
  `difference ${difference}, 95% interval ${low} to ${high}`;

/** The view of where the gain of averaging comes from. */
export const gain = {
  title: 'Where the gain comes from',
  lead: 'How good an average of networks is depends on two things alone: how good its average member is, and how far the members lie apart. Averaging takes off exactly their spread.',
  kind: {
    legend: 'Measured by',
    nll: 'NLL',
    brier: 'Squared error',
    error: 'Error',
  },
  identity: {
    nll: 'NLL of the average member − spread of the members = NLL of the average. The spread is the mean over the members of log p̄(y)/p(y), p̄ being their average and y the true class; by Jensen’s inequality it is never negative.',
    brier:
      'Squared error of the average member − spread of the members = squared error of the average (Krogh and Vedelsby 1995). The error is the squared distance of the probabilities from the true class (the Brier score); the spread is the mean squared distance of a member from the average.',
    error:
      'For the error there is no such identity: the average may be wrong less or more often than its average member. What is marked here is merely the difference.',
  },
  residual: (size: string) =>
    `Spread and losses were computed apart from each other. The largest difference between the two sides, on any test example: ${size}.`,
  figure: {
    nll: 'NLL of the average, and what averaging takes off',
    brier: 'Squared error of the average, and what averaging takes off',
    error: 'Error of the average, and the difference from its average member',
  },
  axis: { nll: 'NLL (nats)', brier: 'squared error', error: 'error' },
  legend: {
    mean: 'the average',
    gain: 'taken off by averaging: the spread',
    difference: 'difference from the average member',
    error: '± 1 standard error of the average',
  },
  mark: { single: 'single network', dropout: 'dropout turned off' },
  of: (k: number) => (k === 1 ? '1 network' : `average of ${integer(k)}`),
  groups: (k: number, groups: number) =>
    `average of ${integer(k)}, mean over ${integer(groups)} such`,
  bar: (name: string, members: string, gain: string, mean: string) =>
    `${name}: average member ${members}, averaging takes off ${gain}, the average has ${mean}`,
  table: {
    name: 'Networks',
    members: 'Average member',
    gain: 'Spread',
    difference: 'Difference',
    mean: 'The average',
    error: '± s.e.',
  },
  basis: (examples: number) =>
    `On the first ${integer(examples)} test examples; standard errors (s.e.) are over these examples, with the trained weights as they are.`,
  draws: (draws: number, k: number, groups: number) =>
    `Of dropout ${integer(draws)} subnetworks are drawn. An average over more networks has more to take off, so that dropout stands here a second time, with as many as the others have: averages of ${integer(k)}, ${integer(groups)} of them.`,
  words: {
    title: 'In words',
    averaging: 'What averaging gives',
    takesOff: (parts: readonly string[]) => `Averaging takes off ${list(parts)}.`,
    changes: (parts: readonly string[]) =>
      `From the average member to the average, the error changes, in percentage points, by ${list(parts)}.`,
    part: (amount: string, error: string, name: string) => `${amount} (± ${error}) for ${name}`,
    sharing: 'What sharing weights gives',
    sharingHow: (k: number) =>
      `The ${integer(k)} shared subnetworks have the very masks of the ${integer(k)} subnetworks with weights of their own. What differs is that they share one set of weights, its initial values included, and that each example trains one of them at a time.`,
    members: (said: Said) =>
      ({
        better: `With shared weights the average member is better: ${interval(said)}.`,
        worse: `With shared weights the average member is worse: ${interval(said)}.`,
        'no clear difference': `Between the average members there is no clear difference: ${interval(said)}.`,
      })[said.relation],
    gain: (said: Said) =>
      ({
        better: `With shared weights averaging takes off less: ${interval(said)}.`,
        worse: `With shared weights averaging takes off more: ${interval(said)}.`,
        'no clear difference': `In what averaging takes off there is no clear difference: ${interval(said)}.`,
      })[said.relation],
    mean: (said: Said) =>
      ({
        better: `In sum, with shared weights the average is better: ${interval(said)}.`,
        worse: `In sum, with shared weights the average is worse: ${interval(said)}.`,
        'no clear difference': `In sum, between the averages there is no clear difference: ${interval(said)}.`,
      })[said.relation],
    against: 'Against one network',
    average: (name: string, k: number) => (k > 1 ? `${name} (${integer(k)} averaged)` : name),
    compared: (relation: Relation, object: string, parts: readonly string[]) => {
      const all = parts.join('; ');
      return {
        better: `Better than ${object}: ${all}.`,
        worse: `Worse than ${object}: ${all}.`,
        'no clear difference': `No clear difference from ${object}: ${all}.`,
      }[relation];
    },
    compare: (subject: string, { difference, low, high }: Said) =>
      `${subject}, ${difference} (${low} to ${high})`,
    names: {
      single: 'the single network',
      dropout: 'dropout',
      subnetworks: 'subnetworks of their own',
      'shared-subnetworks': 'shared subnetworks',
      'full-ensemble': 'the full ensemble',
      'weight-decay': 'weight decay',
      'input-noise': 'input noise',
    },
    off: 'dropout turned off',
    points: (value: string) => `${value} points`,
    signs:
      'Differences are first minus second, with their 95% intervals: a negative one is in favour of the first.',
  },
  none: 'None of the variants that were trained has networks to average. Choose “dropout”, one kind of subnetworks or the full ensemble in the settings.',
};
