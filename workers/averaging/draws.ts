import { keptScale, keptUnits, type MaskRule } from '../network/masks.ts';

/** The units that a subnetwork keeps, layer by layer from the input on; null where none can be dropped. */
export interface Draw {
  kept: (Int32Array | null)[];
  scale: number[];
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
