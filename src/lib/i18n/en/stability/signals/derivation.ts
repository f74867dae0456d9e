import type { FormulaId } from '#lib/experiment/stability/drawn-names.ts';

/** Numbers of a step, written. */
export interface StepNumbers {
  inputs: string;
  outputs: string;
  variance: string;
  second: string;
  up: string;
  down: string;
  square: string;
  slope: string;
  keep: string;
  p: string;
  alpha: string;
  chi: string;
  ratio: string;
  xavier: string;
  bound: string;
  he: string;
  forUp: string;
  forDown: string;
  activation: string;
}

type Step = (n: StepNumbers) => string;

/** The derivation, step by step, with the numbers of the stack in it. */
export const derivation = {
  title: 'The derivation that the notes leave out',
  lead: 'How far a layer stretches a signal on the way up, and a gradient on the way down, with the numbers of the stack above.',
  kinds: {
    exact: 'The closed forms are exact, however wide the layers are.',
    'mean-field': 'The closed forms are the limit of very wide layers (mean field).',
  },
  layer: 'For layer',
  up: 'On the way up',
  down: 'On the way down',
  compromise: 'One variance for both ways',
  formula: 'Formula',
  constant:
    'Constant weights are not random: every unit of a layer computes the same, and none of the steps below holds. Choose another initialisation.',
  steps: {
    sum: ({ inputs, variance }) =>
      `Each unit adds up nᵢₙ = ${inputs} products of a weight and an activation. The weights have mean 0 and variance σ² = ${variance}, and do not depend on what enters.`,
    centred: () => 'So a weighted sum has mean 0, whatever the activations are.',
    variance: ({ inputs, variance, up }) =>
      `The products are uncorrelated, so their variances add up: nᵢₙ σ² = ${inputs} × ${variance} = ${up}.`,
    linear: () => 'Without an activation that is all.',
    relu: () =>
      'z is symmetric about 0, and ReLU sets its negative half to 0: half of the mean square is lost. This is He’s factor ½.',
    curved: ({ activation, square }) =>
      `For a normal z the integral of ${activation} comes here to ${square} × Var[z].`,
    mask: ({ p, keep }) =>
      `Inverted dropout keeps a unit with probability 1 − p and divides it by that: × 1/(1 − ${p}) = ${keep}.`,
    skip: ({ alpha, ratio }) =>
      `The branch has mean 0, so the mean squares add up. With α = ${alpha} the layer’s factor is ${ratio}.`,
    crossed: ({ alpha, ratio }) =>
      `The branch ends in an activation whose mean is not always 0, so there is a term more. With α = ${alpha} the layer’s factor is ${ratio}.`,
    chain: ({ outputs }) =>
      `The chain rule: an activation feeds nₒᵤₜ = ${outputs} units, and its derivative adds up what comes back from each.`,
    backward: ({ outputs, variance, down }) =>
      `The same step again, with nₒᵤₜ in the place of nᵢₙ: nₒᵤₜ σ² = ${outputs} × ${variance} = ${down}. (That the weights do not depend on what comes back is exact without an activation and for ReLU, and for others in wide layers.)`,
    linearSlope: () => 'Without an activation the slope is 1.',
    reluSlope: () => 'ReLU’s slope is 1 for one half of the sums, and 0 for the other half.',
    curvedSlope: ({ activation, slope }) =>
      `For ${activation} the mean of the squared slope comes here to ${slope}; it can never be above ${activation === 'sigmoid' ? '1/16' : '1'}.`,
    backwardSkip: ({ alpha, chi, ratio }) =>
      `The gradient goes through the branch, × χ = ${chi}, and past it. With α = ${alpha} the layer’s factor is ${ratio}.`,
    both: ({ inputs, outputs, forUp, forDown }) =>
      `Without an activation, neither way stretches if σ² = 1/${inputs} = ${forUp} and, at once, σ² = 1/${outputs} = ${forDown}. That can only be where nᵢₙ = nₒᵤₜ.`,
    xavier: ({ xavier }) =>
      `Xavier’s compromise keeps the mean of the two at 1: σ² = ${xavier} for this layer.`,
    uniform: ({ bound }) => `Drawn uniformly, such weights lie between ±${bound}.`,
    he: ({ he, variance }) =>
      `For ReLU He makes up for the factor ½ on the way up: σ² = ${he}. This stack has σ² = ${variance}.`,
  } satisfies Record<FormulaId, Step>,
  /** After the mask, where a branch has a second matrix. */
  second: ((n) =>
    `The branch’s second matrix multiplies by n σ₂² = ${n.second} and makes its mean 0.`) as Step,
  backMask: ((n) => `The mask acts on the way down, too: × ${n.keep}.`) as Step,
  table: {
    caption: 'By what the mean square is multiplied',
    step: 'Factor',
    expected: 'closed form, expectation',
    typical: 'closed form, typical',
    measured: 'measured, typical',
    size: 'measured, of the size',
    upLayer: (layer: number) => `up, layer ${layer}`,
    upAll: (layers: number) => (layers === 1 ? 'up, the only layer' : `up, all ${layers} layers`),
    downLayer: (layer: number) => `down, layer ${layer}`,
    downAll: (layers: number) =>
      layers === 1 ? 'down, the only layer' : `down, all ${layers} layers`,
    note: 'Typical: exp of the mean of the logarithm over the networks; in brackets two standard errors either way. It lies below the expectation, which rare large networks raise. The size is the root of the mean square.',
  },
};
