import { pcg4d } from '#lib/random/pcg4d.ts';
import { threshold } from '#lib/random/threshold.ts';
import type { Activation } from '../activations.ts';
import { keptScale, maskWords, type MaskRule } from '../masks.ts';

/**
 * A matrix is walked in strips of this many examples, so that the lines of its transposed copy stay in
 * the first cache: with rows of 256 numbers they would push each other out.
 */
const strip = 16;

/**
 * The bits of float32 numbers. A number is dropped by a bitwise "and" with 0, kept by one with −1: a
 * branch on a random mask is mispredicted half of the time, and 0 · Inf would be no zero.
 */
function bitsOf({ buffer, byteOffset, length }: Float32Array): Int32Array {
  return new Int32Array(buffer, byteOffset, length);
}

/**
 * The mask of one layer of one member for a whole batch, as bytes (1 = kept) `[units, count]`.
 * Four units share one hash (see `random/word.ts`), so the loop goes by blocks of four units.
 */
export function batchMask(
  rule: Exclude<MaskRule, { kind: 'none' }>,
  p: number,
  layer: number,
  member: number,
  step: number,
  units: number,
  count: number,
  out: Uint8Array,
): void {
  const limit = threshold(p);
  const hash = new Uint32Array(4);
  const shared = rule.kind === 'member' || rule.kind === 'subnetworks';
  for (let row = 0; row < (shared ? 1 : count); row++) {
    const words = maskWords(rule, layer, member, row, step);
    for (let unit = 0; unit < units; unit += 4) {
      pcg4d(unit >>> 2, words.row, words.step, words.key, hash);
      const lanes = Math.min(4, units - unit);
      for (let lane = 0; lane < lanes; lane++) {
        // 1 − [hash >>> 8 < limit], from the sign of the difference: both have 24 bits.
        out[(unit + lane) * count + row] = 1 - (((hash[lane] >>> 8) - limit) >>> 31);
      }
    }
  }
  if (shared) {
    for (let unit = 0; unit < units; unit++) {
      out.fill(out[unit * count], unit * count, (unit + 1) * count);
    }
  }
}

/**
 * Bias, activation and mask of one layer of one member, fused:
 * h = mask · activation(z + bias) / (1 − p). Writes h as `[units, count]` and as `[count, units]`.
 * `mask` is null where nothing is dropped.
 */
export function activate(
  z: Float32Array,
  bias: Float32Array,
  activation: Activation,
  mask: Uint8Array | null,
  p: number,
  units: number,
  count: number,
  byUnit: Float32Array,
  byExample: Float32Array,
): void {
  const { value } = activation;
  const scale = mask ? keptScale(p) : 1;
  const bits = bitsOf(byUnit);
  const bitsByExample = bitsOf(byExample);
  for (let first = 0; first < count; first += strip) {
    const end = Math.min(count, first + strip);
    for (let unit = 0; unit < units; unit++) {
      const b = bias[unit];
      const start = unit * count;
      for (let row = first; row < end; row++) {
        const i = start + row;
        byUnit[i] = scale * value(z[i] + b);
        if (mask !== null) bits[i] &= -mask[i];
        bitsByExample[row * units + unit] = bits[i];
      }
    }
  }
}

/**
 * The gradient through mask and activation of one layer of one member, in place:
 * δ ← δ · mask/(1 − p) · slope. `delta` and `h` are `[units, count]`, `bias` `[units]` gets the sum over
 * the examples.
 */
export function backActivate(
  delta: Float32Array,
  h: Float32Array,
  activation: Activation,
  mask: Uint8Array | null,
  p: number,
  units: number,
  count: number,
  bias: Float32Array,
): void {
  const { slope } = activation;
  const scale = mask ? keptScale(p) : 1;
  const back = scale > 0 ? 1 / scale : 0;
  const bits = bitsOf(delta);
  for (let unit = 0; unit < units; unit++) {
    let sum = 0;
    for (let i = unit * count; i < (unit + 1) * count; i++) {
      delta[i] = delta[i] * scale * slope(h[i] * back);
      if (mask !== null) bits[i] &= -mask[i];
      sum = Math.fround(sum + delta[i]);
    }
    bias[unit] = sum;
  }
}
