import type { Known, LineName, Mode } from '#lib/experiment/stability/drawn-names.ts';
import type { Trouble } from '#workers/stability/tools/trouble.ts';
import { derivation } from './signals/derivation.ts';
import { claim } from './signals/claim.ts';

/** Signals through depth. */
export const signals = {
  show: 'Show',
  modes: {
    both: 'Signal and gradient',
    mean: 'Mean',
    variance: 'Variance',
    weights: 'Gradient of the weights',
    blocked: 'Dead or saturated',
  } satisfies Record<Mode, string>,
  lines: {
    signal: 'signal, on the way up →',
    gradient: 'gradient, on the way down ←',
    mean: 'mean of the activations',
    variance: 'variance of the activations',
    weights: 'gradient of the weights',
    dead: 'dead units',
    saturated: 'saturated units',
  } satisfies Record<LineName, string>,
  networks: (done: number, of: number) => `${done} of ${of} random networks`,
  means: 'Draw the mean over the networks, too',
  chart: {
    title: {
      both: 'How large signals and gradients are, layer by layer',
      mean: 'The mean of the activations, layer by layer',
      variance: 'The variance of the activations, layer by layer',
      weights: 'How large the gradient of the weights is, layer by layer',
      blocked: 'How much of each layer lets no gradient through',
    } satisfies Record<Mode, string>,
    y: {
      both: 'root mean square: the size of a typical number',
      mean: 'mean over units and inputs',
      variance: 'variance over units and inputs',
      weights: 'root mean square of the derivative, for one input',
      blocked: 'share of the layer',
    } satisfies Record<Mode, string>,
    x: 'layer (0 is the input)',
    read: 'Read the chart layer by layer',
    hint: 'Point at a layer, or use the arrow keys, to read its numbers.',
    at: (layer: number) => `Layer ${layer}`,
    median: 'median',
    band: '5% to 95% of the networks',
    mean: 'mean over the networks',
    theory: 'closed form',
    theoryBand: 'its 5% and 95%',
    waiting: 'The first network is on its way.',
    colon: ': ',
    comma: ', ',
    semicolon: '; ',
  },
  /** A stretch at the edge of the chart. */
  stray: {
    value: { zero: '0', infinite: '∞', nan: 'NaN' },
    underflow: 'its square is below 10⁻³²³',
    overflow: 'its square is above 10³⁰⁸',
    up: (value: string, layer: number) => `${value} from layer ${layer} on`,
    down: (value: string, layer: number) => `${value} from layer ${layer} down`,
    between: (value: string, from: number, to: number) => `${value} in layers ${from} to ${to}`,
    one: (value: string, layer: number) => `${value} in layer ${layer}`,
  },
  levels: {
    largest: (precision: string) => `largest ${precision} number`,
    smallest: (precision: string) => `smallest ${precision} number`,
    'signal-largest': (precision: string) => `largest ${precision} number, for the signal`,
    'signal-smallest': (precision: string) => `smallest ${precision} number, for the signal`,
    'scaled-largest': (precision: string) => `largest ${precision} gradient, loss scale taken off`,
    'scaled-smallest': (precision: string) =>
      `smallest ${precision} gradient, loss scale taken off`,
  },
  notes: {
    known: {
      signal: {
        law: 'The signal is that of the first input, whose law is known exactly for a network of this width: dashed is the mean of its logarithm.',
        exact:
          'Dashed along the signal: its exact expectation over all networks. The median may lie below it.',
        'mean-field': 'Dashed along the signal: mean field theory, the limit of very wide layers.',
        nothing: 'There is no closed form of the signal for these weights.',
      },
      gradient: {
        law: 'The gradient is that of the first input, whose law is known exactly, too.',
        exact: 'Dashed along the gradient: its exact expectation, too.',
        'mean-field': 'Dashed along the gradient: mean field theory, too.',
        nothing: 'There is no closed form of the gradient for this stack.',
      },
    } satisfies Record<'signal' | 'gradient', Record<Known, string>>,
    weights:
      'Batch of inputs: the derivative with respect to each weight is summed over the inputs; here its mean square is divided by their number.',
    median: (mean: string, median: string) =>
      `Why the median: sizes are products of many random factors, so a few lucky networks rule the mean. At the top the signal is ${median} in the median, and ${mean} by the mean of its squares over the networks.`,
    agree: (low: string, high: string) =>
      `At the top the signal hardly varies from network to network: 90% of them lie between ${low} and ${high}.`,
    below: (precision: string) =>
      `A root mean square may lie below the smallest ${precision} number: most of the layer is then exactly 0.`,
    variance: 'Mean square = variance + mean². Sigmoid and ReLU have a mean that is not 0.',
    blocked:
      'Saturated: the activation’s slope is below a hundredth of its largest. Dead: that is so for every input of the batch.',
    settled: (q: string, chi: string) =>
      `Deep in the stack the variance of the pre-activations settles at q* = ${q}, and each layer multiplies the gradient’s mean square by χ = ${chi}.`,
  },
  troubles: {
    title: 'The first Inf, NaN or 0',
    none: (precision: string) =>
      `In ${precision} no number became infinite or NaN, and no layer became all 0.`,
    passes: {
      forward: 'On the way up',
      backward: 'On the way down',
      update: 'In the update',
    } satisfies Record<Trouble['pass'], string>,
    operations: {
      weights: 'weights',
      'pre-activation': 'weighted sums',
      activation: 'activations',
      branch: 'branch',
      skip: 'sum with the skip',
      loss: 'loss',
      gradient: 'gradient with respect to the activations',
      delta: 'gradient with respect to the weighted sums',
      'weight-gradient': 'gradient with respect to the weights',
      update: 'new weights',
    } satisfies Record<Trouble['operation'], string>,
    zero: (pass: string, layer: number, operation: string) =>
      `${pass}, layer ${layer}: the ${operation}, all of them, became exactly 0.`,
    infinite: (pass: string, layer: number, operation: string, value: string) =>
      `${pass}, layer ${layer}: the first ${value}, in the ${operation}.`,
    reaches: (layer: number) =>
      `So no gradient reaches the activations of layer ${layer}, nor anything below.`,
    lost: (layer: number) =>
      `From layer ${layer} on the signal is no number any more: what comes down from there says nothing of the network. With a skip it may pass unchanged, as if the layers were not there.`,
    starved:
      'The gradient is 0 because the signal is: where nothing arrives, ReLU lets nothing through.',
    cures: 'Try a cure',
    scale: (factor: string) => `Loss scaling: ×${factor}`,
    unscale: 'A loss scale of 1',
    precision: (precision: string) => `The same in ${precision}`,
    scaling: (factor: string) =>
      `The gradient at the top is multiplied by ${factor}, and what is read is divided by it: small gradients are moved to where the precision can hold them.`,
  },
  histogram: {
    title: 'Where the activations lie, layer by layer',
    lead: 'All activations of the first network: the more a place stands out, the more of the layer’s activations lie there; the one that stands out most is the layer’s most frequent value.',
    y: 'activation',
    beyond: 'The rows at the very top and bottom hold all that lies beyond.',
    read: 'Read the activations layer by layer',
    hint: 'Point at a layer, or use the arrow keys, to read where its activations lie.',
    words: (layer: number, low: string, middle: string, high: string) =>
      `Layer ${layer}: a quarter of the activations lie below ${low}, half below ${middle}, three quarters below ${high}.`,
    outside: (layer: number, below: string, above: string) =>
      `Layer ${layer}: ${below} of the activations lie below the chart, ${above} above it.`,
    layer: 'layer',
    between: (low: string, high: string) => `${low} to ${high}`,
    below: (edge: string) => `below ${edge}`,
    above: (edge: string) => `above ${edge}`,
  },
  derivation,
  claim,
};
export type SignalsTexts = typeof signals;
export type { StepNumbers } from './signals/derivation.ts';
