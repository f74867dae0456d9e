import type { DeepPlan, LayerPlan } from '../deep/plan.ts';
import { digamma, trigamma } from './polygamma.ts';

/** Mean and variance of a logarithm (ln) in each layer, `[layers + 1]`, the input's first. */
export interface LogLaw {
  mean: Float64Array<ArrayBuffer>;
  variance: Float64Array<ArrayBuffer>;
}

/** Initialisations whose weights are normal: a weighted sum of them is, too. */
const normal = ['normal', '1/n_in', '1/n_out', 'xavier-normal', 'he'];

/**
 * The law of ln of the mean square of one input's activations, exact at any width, for normal weights,
 * no skip, and the ReLU or no activation; null for any other stack. `square` is the input's mean square.
 *
 * Given h, the n′ pre-activations are independent and normal of variance σ²‖h‖². Of K of them that an
 * activation and a mask let through, ‖h′‖²(1 − p)² = σ²‖h‖² χ²_K, where K is binomial (n′; 1 − p, half of
 * it for the ReLU), and ln χ²_K has mean ln 2 + ψ(K/2) and variance ψ′(K/2). K = 0, a dead layer, is left
 * out. Layers are independent, so that means and variances add up.
 */
export function forwardLogLaw({ layers, spec }: DeepPlan, square: number): LogLaw | null {
  if (!normal.includes(spec.initialisation) || !layers.every(isPlain)) return null;
  const law = zeros(layers.length + 1);
  law.mean[0] = Math.log(square);
  const known = new Map<string, { mean: number; variance: number }>();
  layers.forEach(({ matrices: [{ inputs, outputs, variance }], activation, drop }, l) => {
    const passing = (1 - drop) * (activation === 'relu' ? 0.5 : 1);
    const name = `${outputs} ${passing}`;
    const count = known.get(name) ?? logOfThinnedChiSquare(outputs, passing);
    known.set(name, count);
    const scale = Math.log((variance * inputs) / (outputs * (1 - drop) ** 2));
    law.mean[l + 1] = law.mean[l] + scale + count.mean;
    law.variance[l + 1] = law.variance[l] + count.variance;
  });
  return law;
}

/**
 * The law of ln of the mean square of one example's gradient, from independent normal numbers of
 * variance 1 at the top: exact for normal weights, no activation, no dropout and no skip.
 */
export function backwardLogLaw({ layers, widths, spec }: DeepPlan): LogLaw | null {
  const linear = layers.every((layer) => layer.activation === 'none' && layer.drop === 0);
  if (!normal.includes(spec.initialisation) || !linear || !layers.every(isPlain)) return null;
  const law = zeros(layers.length + 1);
  const top = widths[layers.length];
  law.mean[layers.length] = Math.log(2 / top) + digamma(top / 2);
  law.variance[layers.length] = trigamma(top / 2);
  for (let l = layers.length; l > 0; l--) {
    const { inputs, outputs, variance } = layers[l - 1].matrices[0];
    law.mean[l - 1] =
      law.mean[l] + Math.log((2 * variance * outputs) / inputs) + digamma(inputs / 2);
    law.variance[l - 1] = law.variance[l] + trigamma(inputs / 2);
  }
  return law;
}

function isPlain({ skip, activation }: LayerPlan): boolean {
  return skip === null && (activation === 'none' || activation === 'relu');
}

/** Mean and variance of ln χ²_K for K binomial (n, p), given K ≥ 1. */
function logOfThinnedChiSquare(n: number, p: number): { mean: number; variance: number } {
  const law = (k: number) => ({ mean: Math.LN2 + digamma(k / 2), variance: trigamma(k / 2) });
  if (p === 1) return law(n);
  let weight = 0;
  let mean = 0;
  let square = 0;
  let logChoose = 0;
  for (let k = 1; k <= n; k++) {
    logChoose += Math.log((n - k + 1) / k);
    const w = Math.exp(logChoose + k * Math.log(p) + (n - k) * Math.log1p(-p));
    const of = law(k);
    weight += w;
    mean += w * of.mean;
    square += w * (of.variance + of.mean ** 2);
  }
  mean /= weight;
  return { mean, variance: square / weight - mean ** 2 };
}

function zeros(length: number): LogLaw {
  return { mean: new Float64Array(length), variance: new Float64Array(length) };
}
