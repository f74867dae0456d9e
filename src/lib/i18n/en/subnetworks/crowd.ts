import { formats } from '../../formats.ts';

const f = formats('en');
const { integer, percent, nats } = f;

type Quantity = 'error' | 'loss';
const value = (quantity: Quantity, of: number) => (quantity === 'error' ? percent(of) : nats(of));
const less = (quantity: Quantity) =>
  quantity === 'error' ? 'make fewer mistakes than' : 'have a lower NLL than';
const power = (units: number) => (units <= 30 ? integer(2 ** units) : `2^${units}`);

/** The view of all subnetworks at once. */
export const crowd = {
  title: 'The crowd',
  lead: 'Every subnetwork is tested by itself. How good are they, how good is their average, and how does the one network with dropout off stand among them?',
  quantity: 'Show',
  quantities: { error: 'Test error', loss: 'Test NLL' },
  shared: (members: number) =>
    `These are the weights of “shared subnetworks”, which were trained under ${integer(members)} fixed masks alone. The subnetworks here are mostly others.`,
  one: 'Nothing can be dropped or kept here: there is no crowd.',
  stop: 'Stop',
  again: 'Compute again',
  progress: 'Subnetworks tested',
  done: (met: number, members: number) => `${integer(met)} of ${integer(members)}`,
  basis: {
    all: (members: number, examples: number) =>
      `All ${integer(members)} subnetworks, on the first ${integer(examples)} test examples. Each counts by its probability: the height of a bar is the chance that a mask drawn as in training falls there.`,
    some: (met: number, members: number, covered: number, examples: number) =>
      `So far the ${integer(met)} most probable of ${integer(members)} subnetworks, together ${percent(covered)} of the probability, on the first ${integer(examples)} test examples. Each counts by its probability.`,
    drawn: (met: number, units: number, examples: number) =>
      `${integer(met)} draws from ${power(units)} subnetworks, on the first ${integer(examples)} test examples. Each draw counts alike, and one subnetwork may be drawn more than once. More would take too long.`,
  },
  chart: {
    title: (quantity: Quantity) =>
      `How the subnetworks are distributed by ${quantity === 'error' ? 'test error' : 'test NLL'}`,
    x: { error: 'Error on the test examples', loss: 'NLL on the test examples (nats)' },
    y: { all: 'Probability', drawn: 'Share of the draws' },
    read: 'Read the bars with the arrow keys',
    range: (quantity: Quantity, low: number, high: number) =>
      value(quantity, low) === value(quantity, high)
        ? value(quantity, low)
        : `${value(quantity, low)} to ${value(quantity, high)}`,
    beyond: (quantity: Quantity, low: number) => `above ${value(quantity, low)}`,
    bar: (range: string, count: number, share: string, kind: 'all' | 'drawn') =>
      kind === 'all'
        ? `${range}: ${count === 1 ? '1 subnetwork' : `${integer(count)} subnetworks`}, ${share} of the probability`
        : `${range}: ${count === 1 ? '1 draw' : `${integer(count)} draws`}, ${share}`,
    point: 'Point at a bar, or use the arrow keys.',
  },
  marks: {
    caption: 'What is marked',
    name: 'Marked',
    interval: '95% interval',
    best: 'best member',
    mean: 'mean of the members',
    average: 'their average',
    off: 'dropout off',
    single: 'single, no dropout',
  },
  help: 'The mean of the members is how good one is on average; “their average” is the network that averages their predictions. The best member was picked with the test labels, as nobody could beforehand: on other examples it would most likely be less good.',
  intervals: {
    all: 'Intervals are for other test examples of this kind, given these weights; all marks would move together to a large part.',
    drawn:
      'Intervals are for other test examples of this kind, given these weights; that of the mean of the members is for other draws.',
  },
  better: {
    all: (quantity: Quantity, better: number, same: number, members: number, share: number) =>
      `${integer(better)} of the ${integer(members)} subnetworks, together ${percent(share)} of the probability, ${less(quantity)} dropout off on these examples${equal(same)}.`,
    some: (quantity: Quantity, better: number, same: number, met: number, share: number) =>
      `Of the ${integer(met)} tested so far ${integer(better)}, ${percent(share)} of their probability, ${less(quantity)} dropout off on these examples${equal(same)}.`,
    drawn: (
      quantity: Quantity,
      better: number,
      same: number,
      met: number,
      [low, high]: [number, number],
    ) =>
      `${integer(better)} of ${integer(met)} draws ${less(quantity)} dropout off on these examples: ${percent(better / met)}, and of all subnetworks ${percent(low)} to ${percent(high)} (95% interval)${equal(same)}.`,
  },
  table: {
    range: 'Range',
    count: { all: 'Subnetworks', drawn: 'Draws' },
    share: { all: 'Probability', drawn: 'Share' },
  },
};

function equal(same: number): string {
  return same > 0 ? `; ${integer(same)} ${same === 1 ? 'is' : 'are'} exactly level with it` : '';
}
