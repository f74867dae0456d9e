import type { ActivationName } from '#lib/experiment/experiment.ts';
import { formats } from '../../formats.ts';

const { integer } = formats('en');

type Place = 'below' | 'within' | 'above';

const among = (figure: string, place: Place | null, low: string, high: string, k: number) => {
  if (place === null) return `${figure}.`;
  const others = `those of the ${integer(k)} networks of the full ensemble (${low} to ${high})`;
  return {
    below: `${figure}, below all ${others}.`,
    within: `${figure}, among ${others}.`,
    above: `${figure}, above all ${others}.`,
  }[place];
};

/** The view of how much of a network is in use. */
export const capacity = {
  title: 'Capacity: how many parameters, or how large',
  lead: 'There are two ways to keep a network from learning too much: to give it fewer parameters, or to keep them in a smaller range. Dropout is said to do the one, weight decay the other. What do the trained networks show?',
  count: {
    title: 'How many: parameters in use',
    axis: (all: number) => `from 0 to all ${integer(all)}`,
    drawn: (mean: string, all: number, low: number, high: number, masks: number) =>
      `${mean} of ${integer(all)} on average; ${integer(low)} to ${integer(high)} over ${integer(masks)} masks`,
    each: (mean: string, all: number, low: number, high: number, networks: number) =>
      `${mean} of ${integer(all)} on average; ${integer(low)} to ${integer(high)} over ${integer(networks)} networks`,
    same: (used: number, all: number) => `${integer(used)} of ${integer(all)}, always`,
    all: (all: number, networks: number) =>
      networks > 1
        ? `all ${integer(all)} in each of ${integer(networks)} networks`
        : `all ${integer(all)}`,
    table: 'Parameters in use: how many networks or masks have how many',
    bin: 'Parameters',
  },
  range: {
    title: 'How large: the weights',
    axis: (limit: string) => `from −${limit} to ${limit}`,
    figures: (deviation: string, largest: string) =>
      `standard deviation ${deviation}, largest ${largest}`,
    table: 'Weights: how many lie where',
    bin: 'Weight',
  },
  help: 'A weight is in use where both of its units are kept, a bias where its unit is. The columns of parameters are as high as the most frequent number; those of weights show the share of a variant’s weights, on one scale. The line among dropout’s is the mean over all masks in closed form. Weights are those of the inverted form, without biases; of thinned networks those in use.',
  words: {
    title: 'In words',
    many: 'How many',
    drawn: (expected: string, all: number, share: string, mean: string, error: string, n: number) =>
      `A subnetwork of dropout uses ${expected} of the ${integer(all)} parameters (${share}), on average over all masks; ${integer(n)} drawn masks have a mean of ${mean} (± ${error}).`,
    large: 'How large',
    correlated: 'How alike the units',
    deviation: {
      dropout: (value: string, place: Place | null, low: string, high: string, k: number) =>
        among(`The weights of dropout have a standard deviation of ${value}`, place, low, high, k),
      'weight-decay': (value: string, place: Place | null, low: string, high: string, k: number) =>
        among(`Those of weight decay have ${value}`, place, low, high, k),
    },
    correlation: {
      dropout: (value: string, place: Place | null, low: string, high: string, k: number) =>
        among(`Two hidden units of dropout correlate by ${value} on average`, place, low, high, k),
      'weight-decay': (value: string, place: Place | null, low: string, high: string, k: number) =>
        among(`Two of weight decay by ${value}`, place, low, high, k),
    },
    sum: 'In sum',
    dropout: {
      below:
        'Dropout has fewer parameters in use at a time, and in this run its weights are smaller than those of every full network here.',
      within:
        'Dropout has fewer parameters in use at a time; in this run its weights are as large as those of the full networks.',
      above:
        'Dropout has fewer parameters in use at a time, but in this run its weights are larger than those of every full network here.',
    } satisfies Record<Place, string>,
    'weight-decay': {
      below:
        'Weight decay has all parameters in use, and in this run its weights are smaller than those of every full network here.',
      within:
        'Weight decay has all parameters in use; as it is set here, its weights are as large as those of the full networks.',
      above:
        'Weight decay has all parameters in use, and in this run its weights are larger than those of every full network here.',
    } satisfies Record<Place, string>,
    yardstick: (k: number) =>
      `The yardstick is the full ensemble: ${integer(k)} networks trained like the single one, from other initial weights. One more of them would lie below them all with probability 1/${integer(k + 1)}, by chance alone.`,
    alone:
      'Without the full ensemble there is no yardstick for how much such figures differ by chance: choose it in the settings.',
  },
  layers: {
    title: 'Layer by layer',
    legend: 'Table shows',
    figure: {
      frobenius: 'Norm of the weights',
      incoming: 'Largest norm into a unit',
      idle: 'Idle units',
      correlation: 'Correlation of units',
    },
    help: {
      frobenius: 'The Frobenius norm √Σw² of all weights of a layer that are in use.',
      incoming:
        'The norm of the weights that enter one unit, of the unit where it is largest: what max-norm regularisation bounds.',
      correlation: (chance: string) =>
        `The mean of |r| over all pairs of units of a layer, r being Pearson’s correlation of their activations over the test examples: a measure of co-adaptation. Units that are the same on all examples have none and are left out. Independent units would come to ${chance} by chance.`,
    },
    idle: {
      relu: 'The share of activations that are 0, over units and test examples.',
      tanh: 'The share of activations with |h| > 0.99, over units and test examples: there tanh is flat.',
      sigmoid:
        'The share of activations outside 0.01 to 0.99, over units and test examples: there the sigmoid is flat.',
    } satisfies Record<ActivationName, string>,
    variant: 'Variant',
    hidden: (layer: number) => `Hidden layer ${integer(layer)}`,
    into: (layer: number) => `Into hidden layer ${integer(layer)}`,
    output: 'Into the output',
    ends: (low: string, high: string) => `${low} to ${high}`,
    several: 'Of several networks: the mean, and below it the smallest and the largest.',
    basis: (examples: number) =>
      `Activations on the first ${integer(examples)} test examples; dropout and shared subnetworks with dropout turned off, subnetworks of their own as they were thinned.`,
    constant: (constant: number, all: number) =>
      constant === 0
        ? `All ${integer(all)} hidden units of these networks vary.`
        : `Of the ${integer(all)} hidden units of these networks ${integer(constant)} are the same on all examples.`,
    none: 'There is no hidden layer.',
  },
};
