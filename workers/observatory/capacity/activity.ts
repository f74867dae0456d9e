import type { ActivationName } from '#lib/experiment/experiment.ts';
import { thinnedNetwork } from '../../averaging/thinned.ts';
import type { Memory } from '../../network/host/memory.ts';
import { transpose } from '../../network/host/transpose.ts';
import type { Member } from '../members.ts';
import type { Study } from '../study.ts';

/**
 * Activations of a member's hidden layers on rows `[count, inputs]`, each `[units kept, count]`. Masks and
 * their scales are those of the member.
 */
export function hiddenLayers(
  { spec, memory }: Pick<Study, 'spec' | 'memory'>,
  member: Member,
  rows: Float32Array,
  count: number,
): Float32Array[] {
  const network = thinnedNetwork(spec, member.parameters, rows, count, memory);
  const layers: Float32Array[] = [];
  network.predict(member, (activations) => layers.push(activations.slice()));
  network.release();
  return layers;
}

/** Whether an activation lies where its slope is (nearly) 0. */
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
  const c = memory.product(a, b);
  const r = memory.view(c).slice();
  for (const matrix of [a, b, c]) memory.free(matrix);
  let sum = 0;
  for (let i = 0; i < units; i++) for (let j = 0; j < i; j++) sum += Math.abs(r[i * units + j]);
  return { correlation: sum / ((units * (units - 1)) / 2), varying: units };
}
