import type { DeepPlan, LayerPlan } from '../deep/plan.ts';
import { momentsOf } from './moments.ts';

/**
 * Expectations over random networks, for numbers of a layer each `[layers + 1]`, the input's first.
 *
 * `exact` at any width: the ReLU and no activation, zero bias, weights of a symmetric distribution. Else
 * `mean-field`, the limit of many units (Poole et al. 2016; Schoenholz et al. 2017).
 */
export interface Propagation {
  kind: 'exact' | 'mean-field';
  /** E h², the mean square of the activations. */
  second: Float64Array<ArrayBuffer>;
  /** E (∂/∂h)², from independent numbers of variance 1 at the top; NaN where it is not known. */
  gradient: Float64Array<ArrayBuffer>;
  /** E (∂/∂W)² of a layer's weights, for one example; NaN for the input, and where it is not known. */
  weights: Float64Array<ArrayBuffer>;
}

/** What is known of the inputs: the mean of their numbers, and of their squares. */
export interface InputMoments {
  mean: number;
  square: number;
}

/**
 * Forward, with q = n_in σ² E h² the variance of a pre-activation:
 *   plain       E h′² = E φ(z)²/(1 − p)
 *   φ(W h)      E h′² = E h² + 2α E h · E φ(z) + α² E φ(z)²/(1 − p)
 *   W₂ φ(W₁ h)  E h′² = E h² + α² n σ₂² E φ(z)²/(1 − p)
 * Backward, χ = n_out σ² E φ′(z)²/(1 − p), times n σ₂² for two matrices: plain χ, with a skip 1 + α²χ.
 *
 * null for constant weights, which are not random.
 */
export function propagate(
  { layers, widths, spec }: DeepPlan,
  input: InputMoments,
): Propagation | null {
  if (spec.initialisation === 'constant') return null;
  const second = new Float64Array(layers.length + 1);
  const gradient = new Float64Array(layers.length + 1).fill(1);
  const weights = new Float64Array(layers.length + 1).fill(Number.NaN);
  const steps: Step[] = [];
  let { mean } = input;
  second[0] = input.square;
  layers.forEach((layer, l) => {
    const step = stepOf(layer, second[l], mean);
    steps.push(step);
    second[l + 1] = step.second;
    mean = step.mean;
  });
  for (let l = layers.length; l > 0; l--) {
    const { chi, skip } = steps[l - 1];
    if (isCoherent(layers[l - 1])) {
      gradient.fill(Number.NaN, 0, l);
      weights.fill(Number.NaN, 0, l);
      break;
    }
    gradient[l - 1] = gradient[l] * (skip === null ? chi : 1 + skip ** 2 * chi);
    weights[l] = weightGradient(layers[l - 1], steps[l - 1], second[l - 1], gradient[l], widths[l]);
  }
  const exact = layers.every(
    ({ activation, skip, matrices }) =>
      activation === 'none' || (activation === 'relu' && (skip === null || matrices.length === 2)),
  );
  return { kind: exact ? 'exact' : 'mean-field', second, gradient, weights };
}

/**
 * h + α relu(W h): E W relu′(W h) is not 0 but points from h to the mean of the units, and a skip lets that
 * one direction grow from layer to layer until it rules the gradient of any finite width. No closed form.
 */
function isCoherent({ skip, matrices, activation }: LayerPlan): boolean {
  return skip !== null && matrices.length === 1 && activation === 'relu';
}

interface Step {
  second: number;
  mean: number;
  /** The mean square of what enters the second matrix of a branch. */
  inner: number;
  /** E φ′(z)²/(1 − p). */
  slope: number;
  chi: number;
  skip: number | null;
}

function stepOf(
  { matrices, activation, skip, drop }: LayerPlan,
  square: number,
  mean: number,
): Step {
  const [first, second] = matrices;
  const of = momentsOf(activation, first.inputs * first.variance * square);
  const inner = of.square / (1 - drop);
  const slope = of.slope / (1 - drop);
  const chi = first.outputs * first.variance * slope;
  if (skip === null) return { second: inner, mean: of.mean, inner, slope, chi, skip };
  if (second) {
    const gain = second.inputs * second.variance;
    return { second: square + skip ** 2 * gain * inner, mean, inner, slope, chi: gain * chi, skip };
  }
  return {
    second: square + 2 * skip * mean * of.mean + skip ** 2 * inner,
    mean: mean + skip * of.mean,
    inner,
    slope,
    chi,
    skip,
  };
}

/** E δ² E h² of each matrix; the mean over both where there are two of the same size. */
function weightGradient(
  { matrices }: LayerPlan,
  { inner, slope, skip }: Step,
  entering: number,
  above: number,
  units: number,
): number {
  const g = above * (skip ?? 1) ** 2;
  if (matrices.length === 1) return g * slope * entering;
  const through = g * units * matrices[1].variance * slope * entering;
  return (through + g * inner) / 2;
}
