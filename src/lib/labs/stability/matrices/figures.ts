import type { Normal } from '../products/plot/normal.ts';
import { halfGamma } from './half-gamma.ts';

/**
 * The law of log₁₀ of the length of one column of a product of `matrices` matrices of N(0, 1), exact:
 * each matrix multiplies the squared length by an independent χ²_n, of which ln has mean ln 2 + ψ(n/2)
 * and variance ψ′(n/2). Its shape is that of a sum of many, all but normal.
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

/** What the arithmetic mean of sizes is made of. */
export interface Mean {
  /** Its log₁₀. */
  log: number;
  /** How many are smaller than it. */
  smaller: number;
  /** What the largest one contributes, as a share. */
  largest: number;
}

/** The mean of sizes given by their log₁₀, which may be too large to be added as they are. */
export function meanOfSizes(logs: ArrayLike<number>): Mean {
  const all = Array.from(logs);
  const most = Math.max(...all);
  const sum = all.reduce((sum, log) => sum + 10 ** (log - most), 0);
  const log = most + Math.log10(sum / all.length);
  return { log, smaller: all.filter((one) => one < log).length, largest: 1 / sum };
}

/** The first number of multiplications by which at least half of the products are lost; null if none. */
export function halfLost(shares: ArrayLike<number>): number | null {
  const at = Array.from(shares).findIndex((share) => share >= 0.5);
  return at < 0 ? null : at;
}
