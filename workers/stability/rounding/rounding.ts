import { precisionNames, type PrecisionName } from '#lib/experiment/stability/stack.ts';
import { formats } from '#lib/experiment/stability/precision.ts';
import { float16Bits } from '../../reference/float16.ts';
import type { Question } from '../../asking.ts';
import type { Memory } from '../../network/host/memory.ts';
import { roundTo } from '../tools/round.ts';

export interface RoundingJob {
  value: number;
}

/** One number in one format. */
export interface Rounded {
  value: number;
  /** The bits of the rounded number, as digits 0 and 1. */
  sign: string;
  exponent: string;
  fraction: string;
  /** Distance to the next number away from 0; NaN beyond the largest. */
  gap: number;
}

export type RoundingAnswer = Record<PrecisionName, Rounded>;

/** One number as each format holds it. */
export const rounding: Question<Memory, RoundingJob, RoundingAnswer> = (_memory, { value }) =>
  Object.fromEntries(
    precisionNames.map((precision) => [precision, rounded(value, precision)]),
  ) as RoundingAnswer;

function rounded(x: number, precision: PrecisionName): Rounded {
  const value = roundTo[precision](x);
  const digits = bitsOf(value, precision);
  const { exponentBits, fractionBits, largest, smallestNormal } = formats[precision];
  const magnitude = Math.max(Math.abs(value), smallestNormal);
  // Just below a power of two, log2 may be rounded up to its exponent.
  let power = Math.floor(Math.log2(magnitude));
  if (2 ** power > magnitude) power--;
  return {
    value,
    sign: digits.slice(0, 1),
    exponent: digits.slice(1, 1 + exponentBits),
    fraction: digits.slice(1 + exponentBits),
    gap: magnitude <= largest ? 2 ** (power - fractionBits) : Number.NaN,
  };
}

/** All bits of a number of a format, the sign first. */
function bitsOf(value: number, precision: PrecisionName): string {
  const { exponentBits, fractionBits } = formats[precision];
  const view = new DataView(new ArrayBuffer(8));
  if (precision === 'float64') view.setFloat64(0, value);
  else if (precision === 'float32') view.setFloat32(0, value);
  else view.setUint16(0, float16Bits(value));
  const bytes = (1 + exponentBits + fractionBits) / 8;
  return Array.from({ length: bytes }, (_, i) =>
    view.getUint8(i).toString(2).padStart(8, '0'),
  ).join('');
}
