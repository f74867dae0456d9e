/**
 * IEEE 754 binary16 ("half precision", "float16") in plain TypeScript: 1 sign bit, 5 bits of exponent
 * with bias 15, 10 bits of fraction. Numbers are held as JavaScript's float64, of which every float16
 * is one.
 */
export const float16Limits = {
  /** (2 − 2⁻¹⁰) · 2¹⁵. */
  largest: 65_504,
  /** From here on a magnitude rounds to infinity: halfway to 2¹⁶, which has no float16. */
  overflow: 65_520,
  smallestNormal: 2 ** -14,
  smallestSubnormal: 2 ** -24,
} as const;

const scratch = new DataView(new ArrayBuffer(8));

/**
 * The float16 nearest to `x`, ties to the one whose last bit is 0 (IEEE 754 §4.3.1), in one rounding
 * from float64. Magnitudes of 65,520 and more become infinite, those of 2⁻²⁵ and less a zero; the sign
 * of a zero and NaN stay.
 *
 * A float64 between 2⁵² q and 2⁵³ q is a multiple of q. Adding 1.5 · 2⁵² q to a magnitude that is much
 * smaller therefore rounds it to a multiple of q, as the processor rounds: to nearest, ties to even.
 * Here q is 2⁻¹⁰ of the power of two below the magnitude, and 2⁻²⁴ below the smallest normal number.
 */
export function f16round(x: number): number {
  const magnitude = Math.abs(x);
  // Zero comes back as it is, with its sign; so does NaN, which fails every comparison.
  if (!(magnitude > 0)) return x;
  if (magnitude >= float16Limits.overflow) return x > 0 ? Infinity : -Infinity;
  scratch.setFloat64(0, magnitude);
  const exponent = scratch.getUint16(0) >>> 4;
  // 1023 is the bias of float64: exponent 1009 is 2⁻¹⁴. The fraction's upper bit is that of 1.5.
  scratch.setFloat64(0, 0);
  scratch.setUint16(0, ((Math.max(exponent, 1_009) + 42) << 4) | 8);
  const anchor = scratch.getFloat64(0);
  const rounded = magnitude + anchor - anchor;
  return x > 0 ? rounded : -rounded;
}

/** The 16 bits of the float16 nearest to `x`, as a number in 0 … 65535. NaN is 0x7e00. */
export function float16Bits(x: number): number {
  if (Number.isNaN(x)) return 0x7e00;
  const rounded = f16round(x);
  const sign = rounded < 0 || Object.is(rounded, -0) ? 0x8000 : 0;
  const magnitude = Math.abs(rounded);
  if (magnitude === Infinity) return sign | 0x7c00;
  if (magnitude < float16Limits.smallestNormal) return sign | (magnitude * 2 ** 24);
  const exponent = Math.floor(Math.log2(magnitude));
  return sign | ((exponent + 15) << 10) | ((magnitude / 2 ** exponent - 1) * 1_024);
}

/** The number that 16 bits stand for. Throws a RangeError where `bits` is no whole number in 0 … 65535. */
export function float16FromBits(bits: number): number {
  if (!Number.isInteger(bits) || bits < 0 || bits > 0xffff)
    throw new RangeError(`A float16 has bits 0 … 65535, not ${bits}.`);
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >>> 10) & 31;
  const fraction = bits & 1_023;
  if (exponent === 31) return fraction ? Number.NaN : sign * Infinity;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1_024) * 2 ** (exponent - 15);
}
