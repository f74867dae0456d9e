import { formats } from '../../formats.ts';

const { integer, list, number } = formats('en');

/** The view of the scaling at test time. */
export const scaling = {
  title: 'Scaling, right and wrong',
  lead: 'In the first papers dropout did not enlarge the kept units. At test time, with every unit there, the next layer then gets more than it was trained with, and the outputs of the dropped layer must be multiplied by the probability to keep a unit: 1 − p. What if one forgets, or multiplies by p?',
  inverted:
    'Here the enlarging is done in training (inverted dropout). With weights W of that form, W/(1 − p) are those of the first form: the same function in training, mask for mask. Below, these are what is scaled at test time.',
  names: {
    none: 'not scaled',
    drop: 'times p',
    keep: 'times 1 − p',
    inverted: 'inverted: nothing to do',
  },
  both: 'times 1 − p, or inverted',
  now: (p: readonly string[]) => `The network as it was trained, p = ${list(p)}`,
  table: {
    scaling: 'At test time',
    factor: 'Next layer gets',
    error: 'Test error',
    loss: 'Test NLL',
    ece: 'Calibration error',
    difference: 'Largest difference from inverted',
    interval: (low: string, high: string) => `${low} to ${high}`,
    times: (factors: readonly string[]) => list(factors.map((factor) => `× ${factor}`)),
    unscaled: 'as in training',
  },
  same: (difference: string) =>
    `Times 1 − p and inverted are the same function: no probability of any test example differs by more than ${difference}, which is the rounding of float32.`,
  sameExactly:
    'Times 1 − p and inverted are the same function: here every probability of every test example agrees to the last bit.',
  half: 'At p = 0.5 the mistake cannot be seen, since p = 1 − p.',
  library:
    'It is an easy mistake to make, and p = 0.5 is the usual value: ConvNetJS 0.3.0, the newest version on npm, multiplies the activations by the drop probability when it predicts (DropoutLayer.forward in build/convnet.js). Its pull request 61 pointed it out in 2016: github.com/karpathy/convnetjs/pull/61.',
  reliability: {
    title: 'How sure, and how often right?',
    help: 'Test examples are sorted into 15 bins by the probability of the predicted class. Each point is a bin: its mean probability, and the share that is right, with its 95% interval. On the dashed line a network is as often right as it says; below it, it is too sure of itself. The bars beneath are the share of the examples in each bin.',
    ece: (ece: string, chance: string) => `Calibration error ${ece}; ${chance} by chance alone.`,
    sure: (sure: string, right: string) => `${sure} sure on average; right in ${right}.`,
    eceHelp:
      'The expected calibration error is the mean distance from the line, each bin with the weight of its examples (Guo et al. 2017). It is never 0 on so few examples: a network that is exactly as sure as it should be would show the second figure on average.',
    choose: 'Network',
    trained: 'as it was trained',
    rate: (p: number) => `trained at p = ${number(p)}`,
    x: 'probability of the predicted class',
    y: 'share right',
    label: (name: string, ece: string) =>
      `Reliability diagram, ${name}: expected calibration error ${ece}. The figures are in the table below.`,
    table: 'Reliability, bin by bin',
    bin: 'Bin',
    count: 'Examples',
    confidence: 'Mean probability',
    accuracy: 'Share right',
  },
  grid: {
    title: 'At every drop probability',
    help: 'Trains one network with dropout for each p from 0.1 to 0.9, the same p for every hidden layer (for the inputs where there is none), and all else as above.',
    train: (n: number) => `Train ${integer(n)} networks`,
    more: (n: number) => (n === 1 ? 'Train 1 more network' : `Train ${integer(n)} more networks`),
    stop: 'Stop',
    progress: 'Networks trained',
    done: (done: number, all: number) => `${integer(done)} of ${integer(all)} networks trained`,
    failed: (p: number, reason: string) => `Not at p = ${number(p)}: ${reason}.`,
    legend: 'Chart shows',
    metric: { error: 'Test error', loss: 'Test NLL', ece: 'Calibration error' },
    figure: {
      error: 'Test error over the drop probability, under each scaling',
      loss: 'Test NLL over the drop probability, under each scaling',
      ece: 'Expected calibration error over the drop probability, under each scaling',
    },
    x: 'drop probability p',
    zone: 'p = 1 − p',
    band: {
      error: 'Bands are 95% intervals over the test examples.',
      loss: 'Bands are 95% intervals over the test examples.',
      ece: 'There is no interval for the calibration error here.',
    },
    empty: 'No network has been trained for this chart yet.',
    caveat:
      'One network for each p: another seed may come out otherwise. At p of 0.8 or more training itself may break down; what is compared here are test-time scalings of one and the same network.',
  },
  words: {
    title: 'In words',
    none: 'Not scaled, against times 1 − p',
    drop: 'Times p, against times 1 − p',
    metric: { error: 'Test error', loss: 'Test NLL' },
    outcome: {
      worse: (p: string) => `worse at p = ${p}`,
      better: (p: string) => `better at p = ${p}`,
      'no clear difference': (p: string) => `no clear difference at p = ${p}`,
      same: (p: string) => `the very same predictions at p = ${p}`,
    },
    rates: (p: readonly number[]) => list(p.map((one) => number(one))),
    sentence: (metric: string, parts: readonly string[]) => `${metric}: ${parts.join('; ')}.`,
  },
  nothing: 'Nothing is dropped here, so that there is nothing to scale.',
  all: 'At p = 1 nothing is kept, and 1/(1 − p) is no number: there is nothing to compare.',
};
