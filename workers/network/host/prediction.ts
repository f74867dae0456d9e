import { activations } from '../activations.ts';
import { biasesOf } from '../layout.ts';
import { keptScale, type MaskRule } from '../masks.ts';
import { batchMask } from './activate.ts';
import type { Matrix } from './memory.ts';
import { weightMatrix, type Networks } from './networks.ts';
import { logSoftmax } from './softmax.ts';

/**
 * Log-probabilities of one member, written to `out` `[count, classes]`, from inputs `byUnit`
 * `[inputs, count]`, which stay; under the mask of `rule` at drop probabilities `p`.
 */
export function predictMember(
  networks: Networks,
  member: number,
  byUnit: Matrix,
  count: number,
  rule: MaskRule,
  p: readonly number[],
  out: Float32Array,
): void {
  const { spec, layout, parameters, memory } = networks;
  const { sizes } = spec;
  const { value } = activations[spec.activation];
  const depth = sizes.length - 1;
  const scaleOf = (l: number) => unitScale(rule, p, member, l, sizes[l]);
  let h = byUnit;
  for (let l = 0; l < depth; l++) {
    const w = weightMatrix(networks, member, l);
    if (l === 0) scaleColumns(memory.view(w), scaleOf(0), sizes[1], sizes[0]);
    const z = memory.product(w, h);
    memory.free(w);
    if (h !== byUnit) memory.free(h);
    const bias = biasesOf(parameters, layout, member, l);
    if (l === depth - 1) {
      logSoftmax(memory.view(z), bias, sizes[depth], count, out);
      memory.free(z);
    } else {
      activateInPlace(memory.view(z), bias, value, scaleOf(l + 1), sizes[l + 1], count);
      h = z;
    }
  }
}

/** What each unit of a layer is multiplied by under a mask that all examples share; null for one. */
function unitScale(
  rule: MaskRule,
  p: readonly number[],
  member: number,
  layer: number,
  units: number,
): Float32Array | null {
  if (rule.kind === 'none' || !p[layer]) return null;
  const mask = new Uint8Array(units);
  batchMask(rule, p[layer], layer, member, 0, units, 1, mask);
  const scale = keptScale(p[layer]);
  return Float32Array.from(mask, (kept) => kept * scale);
}

/** Multiplies each column of weights `[outputs, inputs]` by the scale of its input, in place. */
function scaleColumns(
  weights: Float32Array,
  scale: Float32Array | null,
  outputs: number,
  inputs: number,
): void {
  if (!scale) return;
  for (let o = 0; o < outputs; o++) {
    for (let i = 0; i < inputs; i++) weights[o * inputs + i] *= scale[i];
  }
}

/** h = scale · activation(z + bias) of `[units, count]`, in place. */
function activateInPlace(
  z: Float32Array,
  bias: Float32Array,
  value: (z: number) => number,
  scale: Float32Array | null,
  units: number,
  count: number,
): void {
  for (let unit = 0; unit < units; unit++) {
    const b = bias[unit];
    const factor = scale ? scale[unit] : 1;
    const end = (unit + 1) * count;
    if (factor === 0) z.fill(0, unit * count, end);
    else for (let i = unit * count; i < end; i++) z[i] = factor * value(z[i] + b);
  }
}
