import { branchVariance, weightVariance } from '#lib/experiment/stability/variance.ts';
import type { SignalQuantity } from '#lib/experiment/stability/signals.ts';
import { gradientOf, signalOf, type Drawn } from './drawn.ts';

/** The factor by which one layer, or the whole stack, multiplies a mean square. */
export interface Factor {
  /** Ratio of the expectations over networks; NaN without a closed form. */
  expected: number;
  /**
   * exp of the change in the expected logarithm, followed by the median; NaN if its law is unknown.
   */
  typical: number;
  /** exp of the change in the mean logarithm over the measured networks. */
  measured: number;
  /** `measured` within two standard errors; null for a single layer. */
  range: readonly [number, number] | null;
}

/** The numbers of the derivation, for one layer and for the whole stack. */
export interface Derivation {
  /** The layer, counted from 1. */
  layer: number;
  inputs: number;
  outputs: number;
  /** σ² of the first matrix, gain included. */
  variance: number;
  /** n σ² of a branch's second matrix; 1 if there is none. */
  second: number;
  /** n_in σ² on the way up, and n_out σ² on the way down. */
  up: number;
  down: number;
  /** E φ(z)²/Var z and E φ′(z)²; NaN where unknown. */
  square: number;
  slope: number;
  /** 1/(1 − p). */
  keep: number;
  /** The factor α of the branch; null without a skip connection. */
  skip: number | null;
  factors: Record<'upLayer' | 'upAll' | 'downLayer' | 'downAll', Factor>;
}

/** Computes the derivation's numbers from the closed forms and the measurements. */
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
  // With a one-matrix branch, E(h + α φ(W h))² has a cross term, 2α E h · E φ(z), which vanishes
  // only if one of the two means is 0.
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
