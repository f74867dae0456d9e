/**
 * Every mask of `units` units once, with its probability ∏ p^(1−m)(1−p)^m. `kept[unit]` is 1 or 0 and
 * is used again for the next mask. Masks that never occur (p = 0 or 1) are left out.
 */
export function eachMask(
  units: number,
  p: number,
  visit: (kept: Uint8Array, weight: number, bits: number) => void,
): void {
  const kept = new Uint8Array(units);
  for (let bits = 0; bits < 2 ** units; bits++) {
    let size = 0;
    for (let unit = 0; unit < units; unit++) size += kept[unit] = (bits >>> unit) & 1;
    const weight = p ** (units - size) * (1 - p) ** size;
    if (weight > 0) visit(kept, weight, bits);
  }
}
