import type { ParameterName, Section, StatementId, StatementKind } from '#lib/experiment/theory.ts';
import { formats } from '../formats.ts';
import type { DetailName } from '#workers/theory/statement.ts';

/** What the numbers of a result are called. */
export interface Measures {
  measured: string;
  closedForm: string;
  difference: string;
  tolerance: string;
}

/** One card. */
export interface StatementText {
  title: string;
  statement: string;
  source: string;
}

const f = formats('en');

/** The upper end of a range: all digits where it is whole. */
const bound = (max: number) => (Number.isInteger(max) ? f.integer(max) : f.number(max));

const equal: Measures = {
  measured: 'Measured',
  closedForm: 'Closed form',
  difference: 'Difference',
  tolerance: 'Tolerance',
};

const sections: Record<Section, { title: string; line: string }> = {
  averages: {
    title: 'When is dropout off an average?',
    line: 'Each subnetwork counts with its probability. Whether their mean is the network with dropout off depends on which mean, and on where the masks are.',
  },
  gain: {
    title: 'What does averaging gain?',
    line: 'A mean is never worse than its members are on average, and the gain is their spread.',
  },
  penalty: {
    title: 'Dropout as a penalty',
    line: 'For a linear model, noise on the inputs is a penalty on the weights, and nothing else.',
  },
  masks: {
    title: 'Masks, sampling, symmetry',
    line: 'What one mask does to one unit, what both ends of p do, and how fast a sampled mean comes close.',
  },
  'not-in-general': {
    title: 'Often said, not true in general',
    line: 'Each has a counterexample. One true bound stands among them, beside the one that fails.',
  },
};

const kinds: Record<StatementKind, string> = {
  identity: 'Identity',
  inequality: 'Inequality',
  statistical: 'Holds within chance',
  'negative-control': 'Control: must break',
  'not-an-identity': 'Not true in general',
};

const measures: Record<StatementKind, Measures> = {
  identity: equal,
  inequality: { ...equal, closedForm: 'Bound', difference: 'Beyond the bound' },
  statistical: { ...equal, closedForm: 'Expected' },
  'negative-control': { ...equal, closedForm: 'If it held' },
  'not-an-identity': { ...equal, closedForm: 'Claimed at most', difference: 'Beyond the claim' },
};

const parameters: Record<ParameterName, string> = {
  inputs: 'Inputs',
  classes: 'Classes',
  p: 'Drop probability p',
  layers: 'Layers',
  units: 'Units per layer',
  examples: 'Examples',
  noise: 'Noise, standard deviation s',
  steps: 'Training steps',
  draws: 'Draws k',
  repeats: 'Repeats',
  networks: 'Networks',
  cases: 'Units tried',
};

const details: Record<DetailName, (value: number) => string> = {
  share: (value) => `The claim fails in ${f.percent(value)} of the cases.`,
  randomShare: (value) => `With labels drawn blindly, in ${f.percent(value)}.`,
  normaliser: (value) => `Smallest Z met: ${f.number(value)}.`,
  standardErrors: (value) =>
    `50,000 Gaussian draws on the first example come within ${f.number(value, 2)} standard errors of the closed form; 4.5 are allowed.`,
  room: (value) => `On average there is ${f.number(value, 3)} to spare.`,
};

const checks: Partial<Record<StatementId, (n: string) => string>> = {
  'kept-fraction': (n) => `${n} units.`,
  'nothing-dropped': (n) => `${n} numbers were looked at.`,
  'everything-dropped': (n) => `${n} numbers were looked at.`,
  'monte-carlo-variance': (n) => `Over ${n} choices.`,
  'monte-carlo-slope': (n) => `From ${n} means.`,
  'gap-shrinks': (n) => `${n} networks.`,
  'always-helps': (n) => `On ${n} new examples.`,
};

const cards: Record<StatementId, StatementText> = {
  'softmax-geometric-mean': {
    title: 'Softmax regression: the geometric mean is dropout off',
    statement:
      'With dropout on the inputs of a softmax regression, the normalised geometric mean of all 2ⁿ subnetworks, weighted by their probability, is exactly the network with dropout off, for any p. The bias is not dropped.',
    source: 'Goodfellow, Bengio and Courville, Deep Learning (2016), §7.12',
  },
  'softmax-arithmetic-mean': {
    title: 'The arithmetic mean is something else',
    statement:
      'Take the ordinary mean of the same subnetworks, and the equation breaks. The average that people mean by “an ensemble” is not what dropout off computes.',
    source: 'Control of the card before',
  },
  'sigmoid-unit': {
    title: 'One sigmoid unit',
    statement:
      'Let G be the weighted geometric mean of the outputs of a sigmoid unit, and G′ that of their complements. Normalised, they give the sigmoid of the mean input.',
    source: 'Baldi and Sadowski, Understanding Dropout (2013)',
  },
  'deep-linear': {
    title: 'Linear networks, however deep',
    statement:
      'Without non-linearities, and with a mask of its own in every layer, the arithmetic mean of all subnetworks is the network with dropout off.',
    source: 'Baldi and Sadowski (2013)',
  },
  'reused-mask': {
    title: 'One mask in two layers',
    statement:
      'Use one mask in two layers, and a factor meets itself: the mean of its square is 1/(1−p), not 1. The masks have to be independent.',
    source: 'Control of the card before',
  },
  'one-hidden-layer': {
    title: 'One hidden layer: no gap either',
    statement:
      'With dropout on the last hidden layer alone, whatever its activation, the logits are linear in the mask, and the geometric mean is dropout off. Computed for ReLU, tanh and sigmoid.',
    source: 'Hinton et al., Improving neural networks by preventing co-adaptation (2012)',
  },
  'mask-before-nonlinearity': {
    title: 'A mask before a non-linearity',
    statement:
      'Move the mask below the activation, and the geometric mean is no longer dropout off. This is where the gap of deep networks comes from.',
    source: 'Control of the card before',
  },
  'jensen-nll': {
    title: 'The mean is no worse than its members',
    statement:
      'The NLL of the arithmetic mean is at most the mean NLL of the subnetworks. That compares a mean with its members, not with dropout off.',
    source: 'Jensen’s inequality, −ln being convex',
  },
  'geometric-nll': {
    title: 'The geometric mean gains exactly −ln Z',
    statement:
      'The NLL of the normalised geometric mean is the mean NLL of the subnetworks plus ln Z, where Z is what the unnormalised means add up to, and at most 1.',
    source: 'Hinton et al. (2012)',
  },
  ambiguity: {
    title: 'The gain is the spread',
    statement:
      'The squared error of the mean is the mean squared error of the members less their spread around the mean. Members that agree gain nothing.',
    source: 'Krogh and Vedelsby, Neural Network Ensembles (1995)',
  },
  'jensen-relu': {
    title: 'A ReLU is larger on average than at the average',
    statement:
      'For every unit, the mean of relu(S) over all masks is at least relu of the mean of S. So dropout off never overestimates the mean of such a unit.',
    source: 'Jensen’s inequality, relu being convex',
  },
  'linear-regression': {
    title: 'Linear regression: dropout is a penalty',
    statement:
      'At any weights, the expected squared error under input dropout is the plain one plus a ridge penalty, in which each weight counts by the size of its input.',
    source: 'Srivastava et al., Dropout (2014), §9.1, for inverted dropout',
  },
  'ridge-minimiser': {
    title: 'Where that penalty leads',
    statement:
      'The weights with the smallest expected error have a closed form, that of ridge regression. Measured here by enumerating all masks and solving for the minimum.',
    source: 'Srivastava et al. (2014), §9.1, for inverted dropout',
  },
  'input-noise': {
    title: 'Gaussian noise on the inputs is weight decay',
    statement:
      'Noise of variance s² on the inputs of a linear model adds s²‖w‖² to the expected squared error. The expectation is exact, by Gauss–Hermite nodes; Gaussian draws are held against it.',
    source: 'Bishop, Training with Noise is Equivalent to Tikhonov Regularization (1995)',
  },
  'mask-moments': {
    title: 'Mean and variance of a dropped unit',
    statement:
      'Inverted dropout leaves the mean of every activation as it is and gives it the variance h²p/(1−p). By all masks of a layer.',
    source: 'Dive into Deep Learning, Dropout',
  },
  'kept-fraction': {
    title: 'The masks in use keep what they should',
    statement:
      'The masks that this lab trains with keep a share of 1−p of all units, within 4.5 standard errors. A sound generator fails this once in 150,000 tries.',
    source: 'Binomial distribution',
  },
  'nothing-dropped': {
    title: 'p = 0 is no dropout, to the last bit',
    statement:
      'At p = 0, and in evaluation at any p, training and prediction are bit for bit those of the network without dropout. Counted: numbers that differ at all.',
    source: 'Dive into Deep Learning, Dropout',
  },
  'everything-dropped': {
    title: 'p = 1 gives zeros, and nothing breaks',
    statement:
      'When everything is dropped, every layer is entered by zeros, and loss and gradient stay finite. Counted: numbers that are not.',
    source: 'Dive into Deep Learning, Dropout',
  },
  'monte-carlo-variance': {
    title: 'A mean of k draws is off by tr Cov / k',
    statement:
      'The expected squared distance between the mean of k subnetworks, drawn at random, and the mean of all is the spread of one divided by k. Exact, over every choice of k of them.',
    source: 'Variance of a mean of independent draws',
  },
  'monte-carlo-slope': {
    title: 'Four times the draws, half the error',
    statement:
      'The error of a sampled mean falls as one over the square root of k. Measured by thousands of repeats at nine values of k, as the slope in a log–log plot.',
    source: 'Variance of a mean of independent draws',
  },
  'constant-weights': {
    title: 'Equal weights stay equal',
    statement:
      'If all weights begin at one value, gradient descent never tells the units of a hidden layer apart: after any number of steps their difference is exactly 0.',
    source: 'Dive into Deep Learning, Numerical Stability and Initialization',
  },
  'constant-weights-dropout': {
    title: 'Dropout breaks the tie',
    statement:
      'With dropout the same units see different masks, and part ways. So it must not hold here that they stay equal.',
    source: 'Dive into Deep Learning, Numerical Stability and Initialization',
  },
  'ensemble-beats-off': {
    title: '“Averaging all subnetworks beats dropout off”',
    statement:
      'The mean over subnetworks is often less sure of itself. Where dropout off is right, it pays for that: here the labels are drawn from what dropout off says, and in most networks the mean has the higher NLL.',
    source: 'Counterexample by Gibbs’ inequality',
  },
  'output-variance-bound': {
    title: '“The gap of a sigmoid unit is below 2E(1−E)|1−2E|”',
    statement:
      'A useful approximation that is sometimes read as a bound. It is 0 at E = ½, where the gap need not be; about one random unit in ten passes it, more with more inputs.',
    source: 'Baldi and Sadowski (2013)',
  },
  'input-variance-bound': {
    title: 'A bound that does hold',
    statement:
      'The gap of the same units is at most the variance of their input divided by 12√3, since no sigmoid is more curved than that.',
    source: 'Taylor’s theorem with max |σ″| = 1/(6√3)',
  },
  'gap-shrinks': {
    title: '“The gap shrinks with the width”',
    statement:
      'If the distance between the mean over subnetworks and dropout off fell like 1/√n, a network four times as wide would have at most half of it. In random ReLU networks it does not fall at all.',
    source: 'Counterexample: He weights, 3, 6 and 12 hidden units, all masks',
  },
  'always-helps': {
    title: '“Dropout always helps”',
    statement:
      'Where there is no noise to hold back, a penalty only harms. These targets are exactly linear: plain least squares finds the weights, and dropout shrinks them away from the truth.',
    source: 'Counterexample: noise-free linear regression',
  },
};

/** The theory page in English. This is the shape that the other languages fill. */
export const theory = {
  pageTitle: 'The theory of dropout, computed in your browser · Dropout Lab',
  description:
    'Every textbook statement about dropout and averaging over subnetworks, with its formula and source, computed here over all masks; with controls that must break and counterexamples.',
  title: 'Every statement, computed here',
  lead: [
    'What the theory says about dropout and its subnetworks, one card a statement: each is computed in your browser over all masks, and held against its closed form.',
    'Controls have to break, or the test would prove nothing, and what is often said but not true has its counterexample.',
  ],
  sections,
  kinds,
  measures,
  parameters,
  details,
  cards,
  seed: 'Seed',
  source: 'Source',
  formula: (title: string) => `Formula: ${title}`,
  anchor: (title: string) => `Link to this card: ${title}`,
  contents: 'On this page',
  computeAll: 'Compute all',
  compute: 'Compute it here',
  /** The accessible name of the button `compute`: the title tells one such button from another. */
  computeName: (title: string) => `Compute it here: ${title}`,
  computing: 'Computing …',
  settings: 'Sizes and seed',
  settingsName: (title: string) => `Sizes and seed: ${title}`,
  range: (min: number, max: number) => `${f.number(min)} to ${bound(max)}`,
  refused: (got: string, range: string, whole: boolean, inUse: string) =>
    `Not possible: “${got}”. Expected ${whole ? 'a whole number' : 'a number'} from ${range}. Still in use: ${inUse}.`,
  /** What was compared, or counted. */
  checks: (id: StatementId, n: number) =>
    checks[id]?.(f.integer(n)) ??
    (n === 1 ? 'One comparison.' : `The worst of ${f.integer(n)} comparisons.`),
  /** What stands between two sentences. */
  space: ' ',
  verdicts: {
    identity: { holds: 'Holds.', broken: 'Does not hold here.' },
    inequality: { holds: 'Holds.', broken: 'Does not hold here.' },
    statistical: { holds: 'Holds within chance.', broken: 'Further off than chance allows.' },
    'negative-control': { broken: 'Breaks, as it must.', holds: 'Did not break, and should have.' },
    'not-an-identity': {
      broken: 'Not true in general: this is a counterexample.',
      holds: 'No counterexample with these numbers.',
    },
  } satisfies Record<StatementKind, Record<'holds' | 'broken', string>>,
  failed: (why: string) => `It could not be computed: ${why}.`,
  progress: (done: number, all: number) =>
    `${f.integer(done)} of ${f.integer(all)} statements computed.`,
  summary: (holds: number, broke: number, counter: number) =>
    `${f.integer(holds)} hold, ${f.integer(broke)} controls broke as they must, ${f.integer(counter)} counterexamples found.`,
  unexpected: (n: number) =>
    n === 1 ? 'One came out otherwise.' : `${f.integer(n)} came out otherwise.`,
  series: {
    'monte-carlo-slope': { caption: 'Error of the mean of k draws', x: 'k' },
    'gap-shrinks': { caption: 'Gap by hidden units', x: 'Units' },
    measured: 'Measured',
    closedForm: { 'monte-carlo-slope': '√(tr Cov / k)', 'gap-shrinks': 'If it fell like 1/√n' },
  },
  seeInLab: 'See it trained: clean digits, where dropout gains nothing clear',
  noScript: 'With JavaScript switched on, each statement can be computed here.',
};

export type TheoryTexts = typeof theory;
