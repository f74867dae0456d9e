import type { StackActivation } from '#lib/experiment/stability/stack.ts';
import type { TaylorSpec } from '#lib/experiment/stability/small-probes.ts';
import { stackActivation } from '../tools/activations.ts';
import type { Question } from '../../asking.ts';
import type { Memory } from '../../network/host/memory.ts';

export interface TaylorAnswer {
  /** From −reach to reach, `[points]`; the next four arrays hold a value for each. */
  x: Float64Array<ArrayBuffer>;
  value: Float64Array<ArrayBuffer>;
  derivative: Float64Array<ArrayBuffer>;
  /** The Taylor polynomial of the order asked for. */
  polynomial: Float64Array<ArrayBuffer>;
  /** Value − polynomial. */
  remainder: Float64Array<ArrayBuffer>;
  /** c_k of Σ c_k x^k, `[order + 1]`. */
  coefficients: Float64Array<ArrayBuffer>;
  /** The first term that was left out and is not 0; null where there is none. */
  next: { power: number; coefficient: number } | null;
  /** The radius of convergence: the distance from 0 to the nearest singularity. */
  radius: number;
}

const points = 401;

/** Where the series converge: tanh has poles at ±iπ/2, the others at ±iπ. */
const radii: Record<StackActivation, number> = {
  none: Infinity,
  relu: Infinity,
  sigmoid: Math.PI,
  tanh: Math.PI / 2,
  'scaled-sigmoid': Math.PI,
};

/** An activation, its derivative and its Taylor polynomial at 0; the ReLU's from the right. */
export const taylor: Question<Memory, TaylorSpec, TaylorAnswer> = (
  _memory,
  { activation, order, reach },
) => {
  const { value, slope } = stackActivation[activation];
  // Every other coefficient of an odd or even function is 0, so that one of the next two is not.
  const all = seriesOf(activation, order + 2);
  const coefficients = all.slice(0, order + 1);
  const x = Float64Array.from(
    { length: points },
    (_, i) => (reach * (2 * i - (points - 1))) / (points - 1),
  );
  const values = x.map(value);
  const polynomial = x.map((at) => coefficients.reduceRight((sum, c) => sum * at + c, 0));
  const power = all.findIndex((c, k) => k > order && c !== 0);
  return {
    x,
    value: values,
    derivative: values.map(slope),
    polynomial,
    remainder: values.map((y, i) => y - polynomial[i]),
    coefficients,
    next: power < 0 ? null : { power, coefficient: all[power] },
    radius: radii[activation],
  };
};

/**
 * Coefficients c_0 … c_order of the series at 0, from the differential equation of each function
 * y′ = a + b y + c y²: comparing powers of x, (k + 1) c_(k+1) = a[k = 0] + b c_k + c Σ c_i c_(k−i).
 *   σ′ = σ − σ²,   tanh′ = 1 − tanh²,   (4σ − 2)′ = 1 − (4σ − 2)²/4
 */
export function seriesOf(activation: StackActivation, order: number): Float64Array<ArrayBuffer> {
  const series = new Float64Array(order + 1);
  if (activation === 'none' || activation === 'relu') {
    if (order > 0) series[1] = 1;
    return series;
  }
  const equations = {
    sigmoid: { start: 0.5, constant: 0, linear: 1, square: -1 },
    tanh: { start: 0, constant: 1, linear: 0, square: -1 },
    'scaled-sigmoid': { start: 0, constant: 1, linear: 0, square: -1 / 4 },
  };
  const { start, constant, linear, square } = equations[activation];
  series[0] = start;
  for (let k = 0; k < order; k++) {
    let squares = 0;
    for (let i = 0; i <= k; i++) squares += series[i] * series[k - i];
    series[k + 1] = ((k === 0 ? constant : 0) + linear * series[k] + square * squares) / (k + 1);
  }
  return series;
}
