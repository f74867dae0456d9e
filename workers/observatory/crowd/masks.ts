import { canDrop } from '#lib/experiment/exact-sums.ts';
import { generator } from '#lib/random/generator.ts';
import { key, streams } from '#lib/random/key.ts';
import { permutation } from '#lib/random/permutation.ts';
import type { Draw } from '../../averaging/draws.ts';
import { bits } from '../../averaging/exact/subsets.ts';
import { keptScale } from '../../network/masks.ts';

/** Every subnetwork of a network once, with its probability, the most probable first. */
export interface AllMasks {
  /** P(m) = ∏ p^(dropped)·(1 − p)^(kept), in the order of the subnetworks; they sum to 1. */
  probabilities: Float64Array;
  at(index: number): Draw;
}

/**
 * All masks of a network with layers of `sizes` units at drop probabilities `p`, of at most 30 units
 * that can be dropped. Those of one probability stand in a random order, so that whoever stops early
 * has a fair sample of them.
 */
export function allMasks(sizes: readonly number[], p: readonly number[], seed: number): AllMasks {
  /**
   * Units that can be dropped so far. `shifts` holds the lowest bit of each layer in the number of
   * a mask, or null if the layer has one mask alone.
   */
  let units = 0;
  const shifts = p.map((drop, l) => {
    if (!canDrop(drop)) return null;
    units += sizes[l];
    return units - sizes[l];
  });
  const logOf = (mask: number) =>
    shifts.reduce<number>((sum, shift, l) => {
      if (shift === null) return sum;
      const kept = bits((mask >>> shift) & (2 ** sizes[l] - 1));
      return sum + kept * Math.log1p(-p[l]) + (sizes[l] - kept) * Math.log(p[l]);
    }, 0);
  const logs = Float64Array.from({ length: 2 ** units }, (_, mask) => logOf(mask));
  // No layer has the number 0xffff, so that neither training nor averaging draws the same words.
  const random = generator(key(seed, streams.averagingMask, 0xffff), 0);
  // Rounded, since two masks of one probability may differ in the last bit of its logarithm.
  const ranks = logs.map((log) => Math.round(log * 1e9));
  const order = permutation(2 ** units, random).sort((a, b) => ranks[b] - ranks[a]);
  const scale = p.map(keptScale);
  return {
    probabilities: Float64Array.from(order, (mask) => Math.exp(logs[mask])),
    at: (index) => ({
      scale,
      kept: shifts.map((shift, l) => {
        if (shift === null) return p[l] === 1 ? new Int32Array(0) : null;
        const layer = order[index] >>> shift;
        const all = Array.from({ length: sizes[l] }, (_, unit) => unit);
        return Int32Array.from(all.filter((unit) => (layer >>> unit) & 1));
      }),
    }),
  };
}
