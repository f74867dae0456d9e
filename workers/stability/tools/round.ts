import type { PrecisionName } from '#lib/experiment/stability/stack.ts';
import { f16round } from '../../reference/float16.ts';

/** What rounds a number to each precision. */
export const roundTo: Record<PrecisionName, (x: number) => number> = {
  float64: (x) => x,
  float32: Math.fround,
  float16: f16round,
};
