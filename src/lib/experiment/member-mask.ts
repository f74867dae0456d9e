import { key, streams } from '#lib/random/key.ts';
import { threshold } from '#lib/random/threshold.ts';
import { word } from '#lib/random/word.ts';

/**
 * The fixed mask of one member of `subnetworks` or `shared-subnetworks` in one layer (0 is the input,
 * l the l-th hidden layer) as a text of `units` characters: `1` where the unit is kept, `0` where it is
 * dropped. The workers make the same mask; a test holds the two together.
 */
export function memberMask(
  seed: number,
  layer: number,
  member: number,
  p: number,
  units: number,
): string {
  const limit = threshold(p);
  const stream = key(seed, streams.memberMask, layer, member);
  let mask = '';
  for (let unit = 0; unit < units; unit++)
    mask += word(unit, 0, 0, stream) >>> 8 < limit ? '0' : '1';
  return mask;
}
