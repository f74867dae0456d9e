import { halfGamma } from '../matrices/half-gamma.ts';
import type { Normal } from '../products/plot/normal.ts';

/**
 * From this ratio |centre| / spread on the expansion below is used: the mixture would need many
 * terms, and the expansion is exact enough.
 */
const far = 100;

/**
 * Mean and standard deviation of log₁₀|x| for x from N(centre, spread²), exact up to rounding.
 *
 * x²/spread² is noncentral χ²₁: a mixture of χ²_(1+2J), where J is Poisson with mean
 * λ = centre²/(2 spread²). ln χ²_m has mean ln 2 + ψ(m/2) and variance ψ′(m/2). For large λ the
 * logarithm is expanded at the centre: with r = (spread/centre)² ≤ 1e-4, E ln|x| = ln|centre| − r/2
 * − 3r²/4 and Var ln|x| = r + 5r²/2.
 */
export function logLaw(centre: number, spread: number): Normal {
  if (Math.abs(centre) >= far * spread) {
    const r = (spread / centre) ** 2;
    return inDecades(Math.log(Math.abs(centre)) - r / 2 - (3 * r * r) / 4, r + (5 * r * r) / 2);
  }
  const lambda = centre ** 2 / (2 * spread ** 2);
  const last = Math.ceil(lambda + 12 * Math.sqrt(lambda) + 30);
  let { psi, slope } = halfGamma(1);
  // Follows the logarithm of the Poisson probability: the probability itself may underflow to 0 at
  // the start, and all later ones with it.
  let log = -lambda;
  const sums = { psi: 0, square: 0, slope: 0 };
  for (let j = 0; j <= last; j++) {
    const weight = lambda === 0 ? Number(j === 0) : Math.exp(log);
    sums.psi += weight * psi;
    sums.square += weight * psi * psi;
    sums.slope += weight * slope;
    psi += 1 / (j + 0.5);
    slope -= 1 / (j + 0.5) ** 2;
    log += Math.log(lambda) - Math.log(j + 1);
  }
  const mean = (Math.log(2 * spread ** 2) + sums.psi) / 2;
  return inDecades(mean, (sums.slope + sums.square - sums.psi ** 2) / 4);
}

function inDecades(mean: number, variance: number): Normal {
  return { mean: mean / Math.LN10, deviation: Math.sqrt(variance) / Math.LN10 };
}

/**
 * The law of log₁₀ of the size of a product of `count` such numbers. Mean and variance are exact;
 * the shape is only nearly normal.
 */
export function productLaw(count: number, centre: number, spread: number): Normal {
  const { mean, deviation } = logLaw(centre, spread);
  return { mean: count * mean, deviation: Math.sqrt(count) * deviation };
}

/** The law of the sum of `count` such numbers, exact. */
export function sumLaw(count: number, centre: number, spread: number): Normal {
  return { mean: count * centre, deviation: Math.sqrt(count) * spread };
}
