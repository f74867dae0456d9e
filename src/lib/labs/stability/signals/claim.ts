import type { StackSpec } from '#lib/experiment/stability/stack.ts';
import type { SignalsAnswer } from '#workers/stability/signals/signals.ts';
import type { SizeLine } from './chart/types.ts';
import { quantileOf } from './drawn.ts';

/** The activations of the claim "ReLU explodes more easily, sigmoid vanishes more easily". */

export const rivals = ['relu', 'sigmoid'] as const;
export type Rival = (typeof rivals)[number];

/** Weight sizes σ√n to test: small, around the balance of ReLU and of sigmoid, and beyond. */
export const gains = [0.5, 1, Math.SQRT2, 2, 4, 8, 16, 32];

/**
 * Upper limits of the tested stack: enough to tell the bands apart, and quick enough to wait for.
 */
const most = { depth: 20, width: 128, networks: 8, inputs: 16 };

/**
 * A copy of `stack` with the given activation and N(0, gain²/n) weights, within the limits above
 * and in float32.
 */
export function claimStack(stack: StackSpec, activation: Rival, gain: number): StackSpec {
  const width = Math.min(stack.width, most.width);
  return {
    ...stack,
    activation,
    initialisation: 'normal',
    sigma: gain / Math.sqrt(width),
    gain: 1,
    depth: Math.min(stack.depth, most.depth),
    width,
    networks: most.networks,
    inputs: { ...stack.inputs, count: Math.min(stack.inputs.count, most.inputs) },
    precision: 'float32',
    lossScale: 1,
  };
}

/**
 * The factor by which one layer changes the size of the gradient: a geometric mean over the layers,
 * as median and 5% and 95% quantiles over the networks.
 */
export interface LayerFactor {
  gain: number;
  median: number;
  low: number;
  high: number;
  /** NaN where there is no closed form. */
  theory: number;
}

export function factorOf(gain: number, answer: SignalsAnswer): LayerFactor {
  const layers = answer.widths.length - 1;
  const top = quantileOf(answer, 'gradient', 0.5)[layers];
  const perLayer = (square: number) => (square / top) ** (1 / (2 * layers));
  return {
    gain,
    median: perLayer(quantileOf(answer, 'gradient', 0.5)[0]),
    low: perLayer(quantileOf(answer, 'gradient', 0.05)[0]),
    high: perLayer(quantileOf(answer, 'gradient', 0.95)[0]),
    theory: (answer.theory.expected?.gradient[0] ?? NaN) ** (1 / (2 * layers)),
  };
}

const looks: Record<Rival, Pick<SizeLine, 'token' | 'marker'>> = {
  relu: { token: '--class-1', marker: 'triangle' },
  sigmoid: { token: '--class-0', marker: 'circle' },
};

/** The measured factors as lines over log₂ σ√n, as far as both activations are measured. */
export function claimLines(
  factors: Record<Rival, readonly LayerFactor[]>,
  names: Record<Rival, string>,
): SizeLine[] {
  const both = Math.min(...rivals.map((key) => factors[key].length));
  return rivals.map((key) => {
    const pick = (what: keyof LayerFactor) =>
      factors[key].slice(0, both).map((factor) => factor[what]);
    return {
      key,
      name: names[key],
      ...looks[key],
      x: pick('gain').map(Math.log2),
      median: pick('median'),
      low: pick('low'),
      high: pick('high'),
      theory: { value: pick('theory') },
    };
  });
}

/**
 * How one activation fares over the weight sizes. `crosses`: it vanishes up to `below` and explodes
 * from `above` on.
 */
export type Fate =
  { kind: 'crosses'; below: number; above: number } | { kind: 'vanishes' | 'explodes' | 'other' };

/** Judges an activation: a size vanishes or explodes if its whole band is below or above 1. */
export function fateOf(factors: readonly LayerFactor[]): Fate {
  const shrinks = factors.map(({ high }) => high < 1);
  const grows = factors.map(({ low }) => low > 1);
  if (grows.every((one) => one)) return { kind: 'explodes' };
  if (shrinks.every((one) => one)) return { kind: 'vanishes' };
  const below = shrinks.lastIndexOf(true);
  const above = grows.indexOf(true);
  const inOrder = !shrinks.slice(0, below).includes(false) && !grows.slice(above).includes(false);
  if (below < 0 || above < below || !inOrder) return { kind: 'other' };
  return { kind: 'crosses', below: factors[below].gain, above: factors[above].gain };
}

/** The number of weight sizes at which ReLU's whole band lies above sigmoid's. */
export function winsOf(factors: Record<Rival, readonly LayerFactor[]>): number {
  return factors.relu.filter(({ low }, i) => low > factors.sigmoid[i].high).length;
}
