import type { ThinnedNetwork } from './thinned.ts';

/**
 * Dropout off (weight scaling): log-probabilities `[count, classes]` of the whole network. Nothing is
 * scaled, since inverted dropout scaled the kept units while it trained.
 */
export function dropoutOff(network: ThinnedNetwork, p: readonly number[]): Float32Array {
  return network.predict({ kept: p.map(() => null), scale: p.map(() => 1) });
}
