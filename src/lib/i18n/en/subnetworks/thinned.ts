import { formats } from '../../formats.ts';

const { integer, number } = formats('en');

const points = (share: number) => `${number(100 * share, 2)} percentage points`;

/** The view that thins the network, one subnetwork after another. */
export const thinned = {
  title: 'The network, thinned',
  lead: 'A mask drops some units, and what is left is a subnetwork with the same weights. Sample one after another: each has its own opinion of an example. Watch where the mean of their opinions goes.',
  shared: (members: number) =>
    `These are the weights of “shared subnetworks”, which were trained under ${integer(members)} fixed masks alone. The subnetworks drawn here are mostly others.`,
  nothing: 'With these drop probabilities every mask is the same: there is nothing to sample.',
  next: 'Next subnetwork',
  key: 'S',
  keyHint: 'or press S while you are in this view',
  back: 'Back',
  play: 'Play',
  pause: 'Pause',
  begin: 'Begin anew',
  speed: 'Speed of Play',
  speeds: { slow: '1 a second', medium: '5 a second', fast: '25 a second' },
  whole: 'No subnetwork yet: this is the whole network, with dropout off.',
  showing: (index: number, kept: number, units: number) =>
    `Subnetwork number ${integer(index)}: it keeps ${integer(kept)} of the ${integer(units)} units that can be dropped.`,
  own: (kept: number, units: number) =>
    `A mask of your own: it keeps ${integer(kept)} of ${integer(units)} units. It is shown, but not counted in the running mean.`,
  figure: {
    label: 'The network: press a unit to drop it or to keep it, arrow keys move between units',
    layer: (layer: number, last: number) =>
      layer === 0 ? 'Input' : layer === last ? 'Output' : `Hidden layer ${layer}`,
    short: (layer: number, last: number) =>
      layer === 0 ? 'Input' : layer === last ? 'Output' : `Hidden ${layer}`,
    unit: (layer: string, unit: number, kept: boolean) =>
      `${layer}, unit ${unit}, ${kept ? 'kept' : 'dropped'}`,
    input: (n: number) => `x${[...String(n)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('')}`,
    kept: (kept: number, total: number) => `${integer(kept)} of ${integer(total)} kept`,
    drawn: (drawn: number, total: number) => `${integer(drawn)} of ${integer(total)} shown`,
    positive: 'weight above 0',
    negative: 'weight below 0',
    width: 'The thicker the line, the larger the weight among those drawn between its two layers.',
    toggle: 'Press a unit to drop or keep it yourself.',
  },
  example: {
    label: 'Test example',
    previous: 'Previous example',
    next: 'Next example',
    of: (total: number) => `of ${integer(total)}`,
    disputed: 'A disputed one',
    disputedHelp:
      'The view begins with the test example about which the first 20 subnetworks disagree most; “A disputed one” takes the next of these. About most others they agree.',
    truth: (name: string) => `Its class: ${name}`,
    place: (name: string) => `The test example among the training points; its class is ${name}`,
    picture: (name: string) => `The test example as a picture; its class is ${name}`,
    values: 'Its first inputs',
  },
  bars: {
    title: 'The probability of each class',
    one: 'this subnetwork',
    own: 'your mask',
    mean: (count: number) =>
      count === 0 ? 'running mean, none yet' : `running mean of ${integer(count)}`,
    off: 'dropout off',
    exact: (subnetworks: number) => `exact mean of all ${integer(subnetworks)}`,
    truth: 'its class',
    some: (shown: number, total: number) =>
      `The ${integer(shown)} most probable of ${integer(total)} classes are drawn; the table has all.`,
    class: 'Class',
  },
  distance: {
    none: 'Nothing has been averaged yet.',
    mean: (count: number, toOff: number, toExact: number | null, all: number) =>
      `The mean of ${count === 1 ? 'this one subnetwork' : `the ${integer(count)} subnetworks so far`} is ${points(toOff)} from dropout off${toExact === null ? '' : ` and ${points(toExact)} from the exact mean of all ${integer(all)}`}.`,
    off: (between: number, all: number) =>
      `Dropout off itself is ${points(between)} from the exact mean of all ${integer(all)}.`,
    tooMany: (most: number, units: number) =>
      `The exact mean needs at most ${integer(most)} units that can be dropped; here there are ${integer(units)}.`,
    measure: 'Measured as the largest difference over the classes.',
  },
};
