import { drawSubnetwork } from '../draws.ts';
import { predictionOf, type Prediction } from './estimator.ts';
import type { ThinnedNetwork } from '../thinned.ts';

/** Subnetwork number `index` of a network with layers of `sizes` units, alone. */
export function oneSubnetwork(
  network: ThinnedNetwork,
  sizes: readonly number[],
  p: readonly number[],
  seed: number,
  index: number,
): Prediction {
  const { kept, scale } = drawSubnetwork(sizes, p, seed, index);
  return predictionOf(network.predict(kept, scale));
}
