import type { ActivationName } from './experiment.ts';

/** All subnetworks of one network on some examples: what is averaged exactly. */
export interface ExactProblem {
  /** Units of each layer: inputs, hidden layers, classes (at least two). */
  sizes: readonly number[];
  activation: ActivationName;
  /**
   * One network: layer by layer from the input on, weights `[outputs, inputs]` row-major, then biases
   * `[outputs]`.
   */
  parameters: Float32Array;
  /** Drop probability of the input and of each hidden layer. */
  p: readonly number[];
  /** Examples `[count, inputs]`. */
  rows: Float32Array;
  count: number;
}

/** Sums over some of the masks, in float64; the arrays are `[count, classes]`. */
export interface ExactSums {
  /** Σ P(m) · probability: over all masks, the arithmetic mean. */
  arithmetic: Float64Array<ArrayBuffer>;
  /** Σ P(m) · log-probability: over all masks, the log of the geometric mean before it is normalised. */
  logarithmic: Float64Array<ArrayBuffer>;
  /** Σ P(m): 1 over all masks. */
  weight: number;
}

/** The most droppable units whose subnetworks are all averaged: 2²⁰ of them. */
export const mostDroppable = 20;

/** Whether a layer has more than one mask. Where p is 1 there is one: everything is dropped. */
export function canDrop(p: number): boolean {
  return p > 0 && p < 1;
}

/** The number n of units that may be dropped or kept: there are 2ⁿ subnetworks. */
export function droppableUnits(sizes: readonly number[], p: readonly number[]): number {
  return p.reduce((sum, drop, layer) => sum + (canDrop(drop) ? sizes[layer] : 0), 0);
}

/**
 * Adds the sums of all chunks. Pass `chunks` in the order of the plan: rounding makes the last bit
 * depend on the order.
 */
export function addSums(chunks: readonly ExactSums[]): ExactSums {
  const total: ExactSums = {
    arithmetic: new Float64Array(chunks[0].arithmetic.length),
    logarithmic: new Float64Array(chunks[0].logarithmic.length),
    weight: 0,
  };
  for (const { arithmetic, logarithmic, weight } of chunks) {
    for (let i = 0; i < arithmetic.length; i++) {
      total.arithmetic[i] += arithmetic[i];
      total.logarithmic[i] += logarithmic[i];
    }
    total.weight += weight;
  }
  return total;
}

/** Log-probabilities `[count, classes]` of both averages, from the sums over all masks. */
export function exactMeans(
  { arithmetic, logarithmic, weight }: ExactSums,
  classes: number,
): { arithmetic: Float64Array; geometric: Float64Array } {
  const geometric = new Float64Array(logarithmic.length);
  for (let start = 0; start < geometric.length; start += classes) {
    const logs = logarithmic.subarray(start, start + classes);
    const most = Math.max(...logs);
    const shift = most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0));
    for (let c = 0; c < classes; c++) geometric[start + c] = logs[c] - shift;
  }
  return { arithmetic: arithmetic.map((sum) => Math.log(sum / weight)), geometric };
}
