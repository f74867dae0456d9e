import type { FormatLimits } from '#lib/experiment/stability/precision.ts';

/** The bits of a floating-point number, as strings of 0 and 1. */
export interface Bits {
  sign: string;
  exponent: string;
  fraction: string;
}

/**
 * The bits of a number that the format holds exactly: ±(1 + fraction) · 2^(exponent − bias) for
 * normal numbers, and ±fraction · (smallest normal number) for those below. A NaN has its first
 * fraction bit set.
 */
export function bitsOf(
  value: number,
  { exponentBits, fractionBits, smallestNormal, smallestSubnormal }: FormatLimits,
): Bits {
  const write = (number: number, digits: number) => number.toString(2).padStart(digits, '0');
  const size = Math.abs(value);
  let exponent = 0;
  let fraction: number;
  if (!Number.isFinite(size)) {
    exponent = 2 ** exponentBits - 1;
    fraction = Number.isNaN(size) ? 2 ** (fractionBits - 1) : 0;
  } else if (size < smallestNormal) fraction = size / smallestSubnormal;
  else {
    const power = powerBelow(size);
    exponent = power + 2 ** (exponentBits - 1) - 1;
    // Scales in two steps, since 2^(fractionBits − power) may exceed the largest double.
    fraction = (size / 2 ** power - 1) * 2 ** fractionBits;
  }
  return {
    sign: value < 0 || Object.is(value, -0) ? '1' : '0',
    exponent: write(exponent, exponentBits),
    fraction: write(fraction, fractionBits),
  };
}

/**
 * The exponent of the largest power of two up to `size`. Corrects `Math.log2`, which may be off by
 * one next to a power.
 */
function powerBelow(size: number): number {
  const power = Math.floor(Math.log2(size));
  if (2 ** power > size) return power - 1;
  return 2 ** (power + 1) <= size ? power + 1 : power;
}
