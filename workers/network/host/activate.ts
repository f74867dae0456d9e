import { pcg4d } from '../../../src/lib/random/pcg4d.ts';
import { threshold } from '../../../src/lib/random/threshold.ts';
import type { Activation } from '../activations.ts';
import { keptScale, maskWords, type MaskRule } from '../masks.ts';

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
        out[(unit + lane) * count + row] = hash[lane] >>> 8 < limit ? 0 : 1;
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
  for (let unit = 0; unit < units; unit++) {
    const b = bias[unit];
    const start = unit * count;
    for (let row = 0; row < count; row++) {
      const i = start + row;
      const kept = mask === null || mask[i] === 1;
      const h = kept ? scale * value(z[i] + b) : 0;
      byUnit[i] = h;
      byExample[row * units + unit] = h;
    }
  }
}

/**
 * The gradient through mask and activation of one layer of one member, in place:
 * δ ← δ · mask/(1 − p) · slope. `delta` and `h` are `[count, units]`, `byUnit` `[units, count]` gets a
 * transposed copy and `bias` `[units]` the sum over the examples.
 */
export function backActivate(
  delta: Float32Array,
  h: Float32Array,
  activation: Activation,
  mask: Uint8Array | null,
  p: number,
  units: number,
  count: number,
  byUnit: Float32Array,
  bias: Float32Array,
): void {
  const { slope } = activation;
  const scale = mask ? keptScale(p) : 1;
  const back = scale > 0 ? 1 / scale : 0;
  bias.fill(0, 0, units);
  for (let row = 0; row < count; row++) {
    const start = row * units;
    for (let unit = 0; unit < units; unit++) {
      const i = start + unit;
      const j = unit * count + row;
      const kept = mask === null || mask[j] === 1;
      const d = kept ? delta[i] * scale * slope(h[i] * back) : 0;
      delta[i] = d;
      byUnit[j] = d;
      bias[unit] += d;
    }
  }
}
