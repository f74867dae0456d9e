import { formats } from '../formats.ts';

const { integer } = formats('en');

/** The page of one layer with five units. */
export const units = {
  pageTitle: 'One layer, five units · Dropout Lab',
  pageDescription:
    'Sample dropout masks over a layer of five units and watch mean and variance come to their closed forms.',
  title: 'One layer, five units',
  lead: 'Dropout sets each unit to 0 with probability p and enlarges the others, so that on average nothing changes. Press “Sample” and see.',
  sample: 'Sample',
  many: (n: number) => `${integer(n)} samples`,
  play: 'Play',
  pause: 'Pause',
  reset: 'Begin anew',
  p: 'Drop probability p',
  mode: { label: 'Mode', training: 'Training', inference: 'Inference' },
  scaling: { label: 'Scaling', inverted: 'Kept ÷ (1 − p)', none: 'None' },
  samples: (n: number) => (n === 1 ? '1 sample' : `${integer(n)} samples`),
  drawing: (values: string) => `The layer after this sample: ${values}.`,
  none: 'No sample yet: the layer as it is.',
  legend: {
    layer: 'h, the layer itself',
    sample: 'x′, this sample',
    mean: 'mean of x′ so far',
    expected: 'E[x′]',
  },
  dropped: 'dropped',
  table: {
    caption:
      'Each unit: this sample, and the figures over all samples so far beside their closed forms',
    unit: 'Unit',
    layer: 'h',
    sample: 'x′ now',
    mean: 'Mean',
    expectedMean: 'E[x′]',
    variance: 'Variance',
    expectedVariance: 'Var[x′]',
  },
  words: {
    training: {
      inverted:
        'E[x′] = h: the mean stays. The price is noise: Var[x′] = h²·p/(1 − p), which grows without bound as p nears 1.',
      none: 'Without the scaling E[x′] = (1 − p)·h: the layer above sees less in training than it will at inference, unless its weights are then multiplied by 1 − p.',
    },
    inference: {
      inverted:
        'At inference nothing is dropped and nothing is scaled: x′ = h, the same every time.',
      none: 'At inference x′ = h, but training showed (1 − p)·h on average: the next layer must multiply its weights by 1 − p. Inverted dropout spares it that.',
    },
    zero: 'At p = 0 nothing is dropped: dropout is not there.',
    one: 'At p = 1 everything is dropped: no factor can bring the mean back, so E[x′] = 0, not h. Libraries give zeros here, and so does this page.',
  },
  source: 'Srivastava et al. 2014, §4, in the inverted form.',
  toLab: 'See what it does to a network',
};
export type UnitsTexts = typeof units;
