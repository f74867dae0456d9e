import { branchVariance, weightVariance } from '#lib/experiment/stability/variance.ts';
import type { SignalQuantity } from '#lib/experiment/stability/signals.ts';
import { gradientOf, signalOf, type Drawn } from './drawn.ts';

/** By what a mean square is multiplied: by a layer, or by all of them. */
export interface Factor {
  /** The expectation over the networks; NaN where there is no closed form. */
  expected: number;
  /** exp of the logarithm's expectation, which the median follows; NaN where its law is not known. */
  typical: number;
  /** exp of the mean of the logarithms of the networks. */
  measured: number;
  /** Two standard errors of that mean about it; null of a layer alone. */
  range: readonly [number, number] | null;
}

/** The derivation's numbers for one layer, and for the whole stack. */
export interface Derivation {
  /** Counted from 1. */
  layer: number;
  inputs: number;
  outputs: number;
  /** σ² of the first matrix, its gain included. */
  variance: number;
  /** n σ² of the second matrix of a branch; 1 where there is none. */
  second: number;
  /** n_in σ² and n_out σ². */
  up: number;
  down: number;
  /** E φ(z)²/Var z and E φ′(z)²; NaN where they are not known. */
  square: number;
  slope: number;
  /** 1/(1 − p). */
  keep: number;
  /** α; null where there is no skip. */
  skip: number | null;
  factors: Record<'upLayer' | 'upAll' | 'downLayer' | 'downAll', Factor>;
}

/** Reads the derivation's numbers off the closed forms and off what was measured. */
export function derivationOf({ stack, answer }: Drawn, layer: number): Derivation {
  const { widths, theory } = answer;
  const last = widths.length - 1;
  const [inputs, outputs] = [widths[layer - 1], widths[layer]];
  const variance = weightVariance(stack, inputs, outputs);
  const skips = stack.residual !== 'none' && inputs === outputs;
  const skip = skips ? (stack.residual === 'scaled' ? 1 / Math.sqrt(stack.depth) : 1) : null;
  const two = skips && stack.branch === 2;
  const second = two ? outputs * branchVariance(stack, outputs, outputs) : 1;
  const keep = 1 / (1 - stack.drop);
  const signal = signalOf(answer).quantity;
  const gradient = gradientOf(answer).quantity;
  const expected = theory.expected;
  const factors = {
    upLayer: factorOf(answer, signal, layer - 1, layer, expected?.second, theory.one?.mean),
    upAll: factorOf(answer, signal, 0, last, expected?.second, theory.one?.mean),
    downLayer: factorOf(
      answer,
      gradient,
      layer,
      layer - 1,
      expected?.gradient,
      theory.oneGradient?.mean,
    ),
    downAll: factorOf(answer, gradient, last, 0, expected?.gradient, theory.oneGradient?.mean),
  };
  const [up, down] = [inputs * variance, outputs * variance];
  // h + α φ(W h) has a third term, 2α E h · E φ(z), unless one of the two is 0.
  const crossed = skips && !two && (stack.activation === 'sigmoid' || stack.activation === 'relu');
  const without = (ratio: number) => (skip === null ? ratio : (ratio - 1) / skip ** 2);
  return {
    layer,
    inputs,
    outputs,
    variance,
    second,
    up,
    down,
    square: crossed ? NaN : without(factors.upLayer.expected) / (up * second * keep),
    slope: without(factors.downLayer.expected) / (down * second * keep),
    keep,
    skip,
    factors,
  };
}

function factorOf(
  answer: Drawn['answer'],
  quantity: SignalQuantity,
  from: number,
  to: number,
  expected: Float64Array | undefined,
  law: Float64Array | undefined,
): Factor {
  const { logMean, logVariance } = answer.quantities[quantity];
  const change = logMean[to] - logMean[from];
  const whole = Math.abs(to - from) === answer.widths.length - 1;
  const error = 2 * Math.sqrt(logVariance[to] / answer.networks);
  return {
    expected: expected ? expected[to] / expected[from] : NaN,
    typical: law ? Math.exp(law[to] - law[from]) : NaN,
    measured: Math.exp(change),
    range:
      whole && answer.networks > 1 ? [Math.exp(change - error), Math.exp(change + error)] : null,
  };
}
