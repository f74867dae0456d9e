import type { PrecisionName } from './stack.ts';

/** What a format of IEEE 754 can hold. */
export interface FormatLimits {
  /** Bits of the exponent and of the fraction; one more is the sign. */
  exponentBits: number;
  fractionBits: number;
  largest: number;
  smallestNormal: number;
  smallestSubnormal: number;
}

/** From the bits: bias 2^(e−1) − 1, one hidden bit before the fraction. */
function format(exponentBits: number, fractionBits: number): FormatLimits {
  const bias = 2 ** (exponentBits - 1) - 1;
  return {
    exponentBits,
    fractionBits,
    largest: (2 - 2 ** -fractionBits) * 2 ** bias,
    smallestNormal: 2 ** (1 - bias),
    smallestSubnormal: 2 ** (1 - bias - fractionBits),
  };
}

export const formats: Record<PrecisionName, FormatLimits> = {
  float64: format(11, 52),
  float32: format(8, 23),
  float16: format(5, 10),
};
