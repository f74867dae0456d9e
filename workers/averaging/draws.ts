import { keptScale, keptUnits, type MaskRule } from '../network/masks.ts';

/**
 * A subnetwork, layer by layer from the input on: the units that it keeps, null where it keeps all of
 * them unscaled, and what each of them is multiplied by.
 */
export interface Draw {
  kept: readonly (Int32Array | null)[];
  scale: readonly number[];
}

/** Subnetwork number `index` of a network with layers of `sizes` units, at drop probabilities `p`. */
export function drawSubnetwork(
  sizes: readonly number[],
  p: readonly number[],
  seed: number,
  index: number,
): Draw {
  const rule: MaskRule = { kind: 'subnetworks', seed, first: index };
  return {
    kept: p.map((drop, layer) => (drop > 0 ? keptUnits(rule, drop, layer, 0, sizes[layer]) : null)),
    scale: p.map(keptScale),
  };
}
