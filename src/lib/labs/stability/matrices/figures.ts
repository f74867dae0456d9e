import type { Normal } from '../products/plot/normal.ts';
import { halfGamma } from './half-gamma.ts';

/**
 * The law of log₁₀ of the length of a column of a product of `matrices` matrices of N(0, 1). Each
 * matrix multiplies the squared length by an independent χ²_n, whose ln has mean ln 2 + ψ(n/2) and
 * variance ψ′(n/2). Mean and variance are exact; as a sum of many terms the law is nearly normal.
 */
export function columnLaw(size: number, matrices: number): Normal {
  const { psi, slope } = halfGamma(size);
  return {
    mean: (matrices * (Math.LN2 + psi)) / 2 / Math.LN10,
    deviation: Math.sqrt(matrices * slope) / 2 / Math.LN10,
  };
}

/** log₁₀ of the root of the mean squared length of a column: E‖c‖² = nᵏ. */
export function expectedColumn(size: number, matrices: number): number {
  return (matrices / 2) * Math.log10(size);
}

/** The arithmetic mean of sizes, and what dominates it. */
export interface Mean {
  /** log₁₀ of the mean. */
  log: number;
  /** How many of the sizes are below the mean. */
  smaller: number;
  /** The share of the largest size in the sum. */
  largest: number;
}

/**
 * The arithmetic mean of sizes given by their log₁₀. Scales them first, since they may exceed what
 * a double holds.
 */
export function meanOfSizes(logs: ArrayLike<number>): Mean {
  const all = Array.from(logs);
  const most = Math.max(...all);
  const sum = all.reduce((sum, log) => sum + 10 ** (log - most), 0);
  const log = most + Math.log10(sum / all.length);
  return { log, smaller: all.filter((one) => one < log).length, largest: 1 / sum };
}

/**
 * The smallest number of multiplications after which at least half of the products are lost; null
 * if there is none. `shares` is the share lost after each number of multiplications.
 */
export function halfLost(shares: ArrayLike<number>): number | null {
  const at = Array.from(shares).findIndex((share) => share >= 0.5);
  return at < 0 ? null : at;
}
