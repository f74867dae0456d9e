import { key, streams } from '#lib/random/key.ts';
import { threshold } from '#lib/random/threshold.ts';
import { word } from '#lib/random/word.ts';

/**
 * Which mask an example gets. Layer 0 is the input, layer l the l-th hidden layer.
 * - `none`: nothing is dropped.
 * - `fresh`: a new mask for every member, example and step.
 * - `member`: each member has one fixed mask.
 * - `choice`: `masks` fixed masks; each example at each step draws one of them.
 * - `subnetworks`: for averaging; subnetwork number `first + member` has one fixed mask, from a stream
 *   that training never uses.
 */
export type MaskRule =
  | { kind: 'none' }
  | { kind: 'fresh'; seed: number }
  | { kind: 'member'; seed: number; first?: number }
  | { kind: 'choice'; seed: number; masks: number }
  | { kind: 'subnetworks'; seed: number; first: number };

/** The words that decide one example's mask in one layer: `word(unit, row, step, key)`. */
export interface MaskWords {
  row: number;
  step: number;
  key: number;
}

/**
 * Where the mask words of an example come from. `row` is its place in the batch, not in the data set;
 * the order of the examples, a pure function of the step, leads from one to the other.
 */
export function maskWords(
  rule: Exclude<MaskRule, { kind: 'none' }>,
  layer: number,
  member: number,
  row: number,
  step: number,
): MaskWords {
  switch (rule.kind) {
    case 'fresh':
      return { row, step, key: key(rule.seed, streams.trainingMask, layer, member) };
    case 'member':
      return {
        row: 0,
        step: 0,
        key: key(rule.seed, streams.memberMask, layer, (rule.first ?? 0) + member),
      };
    case 'choice': {
      const chosen = chosenMask(rule.seed, rule.masks, row, step);
      return { row: 0, step: 0, key: key(rule.seed, streams.memberMask, layer, chosen) };
    }
    case 'subnetworks':
      return {
        row: 0,
        step: 0,
        key: key(rule.seed, streams.averagingMask, layer, rule.first + member),
      };
  }
}

/** Which of `masks` fixed masks the example at `row` draws at `step`: the word's high bits, scaled. */
export function chosenMask(seed: number, masks: number, row: number, step: number): number {
  return Math.floor((word(0, row, step, key(seed, streams.memberChoice)) / 2 ** 32) * masks);
}

/** The factor of a kept unit, 1/(1 − p), or 0 where everything is dropped. */
export function keptScale(p: number): number {
  return p < 1 ? 1 / (1 - p) : 0;
}

/**
 * The mask of one layer for one example: `out[unit]` = 1/(1 − p) where it is kept, 0 where it is
 * dropped. The plain form of what the fused loops and programs compute; tests and the reference use it.
 */
export function fillMask(
  rule: MaskRule,
  p: number,
  layer: number,
  member: number,
  row: number,
  step: number,
  out: Float32Array | Float64Array,
): void {
  const limit = threshold(p);
  const scale = keptScale(p);
  if (rule.kind === 'none' || limit === 0) {
    out.fill(1);
    return;
  }
  const words = maskWords(rule, layer, member, row, step);
  for (let unit = 0; unit < out.length; unit++) {
    out[unit] = word(unit, words.row, words.step, words.key) >>> 8 < limit ? 0 : scale;
  }
}

/** The units that one fixed mask keeps, in order. */
export function keptUnits(
  rule: Extract<MaskRule, { kind: 'member' | 'subnetworks' }>,
  p: number,
  layer: number,
  member: number,
  units: number,
): Int32Array {
  const mask = new Float32Array(units);
  fillMask(rule, p, layer, member, 0, 0, mask);
  const kept: number[] = [];
  for (let unit = 0; unit < units; unit++) if (mask[unit] !== 0) kept.push(unit);
  return Int32Array.from(kept);
}
