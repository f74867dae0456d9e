import type { ActivationName } from '#lib/experiment/experiment.ts';
import { activations } from '../../network/activations.ts';
import type { Matrix, Memory } from '../../network/host/memory.ts';
import { transpose } from '../../network/host/transpose.ts';
import { biasesOf, layoutOf } from '../../network/layout.ts';
import { incoming } from './weights.ts';
import type { Member } from '../members.ts';
import type { Study } from '../study.ts';

/**
 * Activations of a member's hidden layers on rows `[count, inputs]`, one after another, each
 * `[units kept, count]`. Masks and their scales are those of the member.
 */
export function* hiddenLayers(
  { spec, memory }: Pick<Study, 'spec' | 'memory'>,
  member: Member,
  rows: Float32Array,
  count: number,
): Generator<Float32Array> {
  const { sizes } = spec;
  const { kept, scale, parameters } = member;
  const { value } = activations[spec.activation];
  const layout = layoutOf(sizes, 1);
  const x = new Float32Array(rows.length);
  transpose(rows, count, sizes[0], x);
  let h = kept[0] ? gather(x, kept[0], count) : x;
  for (let l = 0; l < sizes.length - 2; l++) {
    const weights = incoming(sizes, member, l);
    const bias = biasesOf(parameters, layout, 0, l);
    const z = product(memory, weights, h, kept[l] ? scale[l] : 1, count);
    weights.forEach((_, i) => {
      const b = bias[kept[l + 1]?.[i] ?? i];
      for (let at = i * count; at < (i + 1) * count; at++) z[at] = value(z[at] + b);
    });
    yield z;
    h = z;
  }
}

function gather(x: Float32Array, kept: Int32Array, count: number): Float32Array {
  const rows = new Float32Array(kept.length * count);
  kept.forEach((unit, i) => rows.set(x.subarray(unit * count, (unit + 1) * count), i * count));
  return rows;
}

/** scale · W h, for weights by row and h `[inputs, count]`. */
function product(
  memory: Memory,
  weights: readonly Float32Array[],
  h: Float32Array,
  scale: number,
  count: number,
): Float32Array {
  const inputs = h.length / count;
  if (weights.length === 0 || inputs === 0) return new Float32Array(weights.length * count);
  const [w, right] = [memory.make(weights.length, inputs), memory.make(inputs, count)];
  const view = memory.view(w);
  weights.forEach((row, i) => row.forEach((weight, j) => (view[i * inputs + j] = scale * weight)));
  memory.view(right).set(h);
  return taken(memory, w, right);
}

/** a·b as an array of its own; frees all. */
function taken(memory: Memory, a: Matrix, b: Matrix): Float32Array {
  const c = memory.product(a, b);
  const result = memory.view(c).slice();
  for (const matrix of [a, b, c]) memory.free(matrix);
  return result;
}

/** Whether an activation has come to where its slope is (nearly) 0. */
const idle: Record<ActivationName, (h: number) => boolean> = {
  relu: (h) => h === 0,
  tanh: (h) => Math.abs(h) > 0.99,
  sigmoid: (h) => h < 0.01 || h > 0.99,
};

/** The share of `activations` that are 0 (ReLU), or saturated: |h| > .99 (tanh), outside [.01, .99]. */
export function idleShare(activation: ActivationName, h: Float32Array): number {
  let found = 0;
  for (const value of h) if (idle[activation](value)) found++;
  return found / h.length;
}

/** Units of a layer that vary at all, and the mean over their pairs of |r|. */
export interface Coadaptation {
  /** NaN where fewer than two units vary. */
  correlation: number;
  varying: number;
}

/**
 * The mean of |r(i, j)| over the pairs i < j of units of one layer, r being Pearson's correlation of
 * their activations `[units, count]` over the examples. A unit that is the same on all examples has
 * none and is left out. Independent units would come to √(2/(π·count)) by chance.
 */
export function coadaptation(memory: Memory, h: Float32Array, count: number): Coadaptation {
  const standard: Float32Array[] = [];
  for (let at = 0; at < h.length; at += count) {
    const unit = h.subarray(at, at + count);
    const mean = unit.reduce((sum, value) => sum + value, 0) / count;
    const norm = Math.sqrt(unit.reduce((sum, value) => sum + (value - mean) ** 2, 0));
    // Below this the differences are roundings of the mean.
    if (norm > 1e-6 * Math.sqrt(count) * Math.max(1, Math.abs(mean)))
      standard.push(unit.map((value) => (value - mean) / norm));
  }
  const units = standard.length;
  if (units < 2) return { correlation: Number.NaN, varying: units };
  const [a, b] = [memory.make(units, count), memory.make(count, units)];
  const flat = new Float32Array(units * count);
  standard.forEach((unit, i) => flat.set(unit, i * count));
  memory.view(a).set(flat);
  transpose(flat, units, count, memory.view(b));
  const r = taken(memory, a, b);
  let sum = 0;
  for (let i = 0; i < units; i++) for (let j = 0; j < i; j++) sum += Math.abs(r[i * units + j]);
  return { correlation: sum / ((units * (units - 1)) / 2), varying: units };
}
