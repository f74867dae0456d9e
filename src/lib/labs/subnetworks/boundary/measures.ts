import { largest } from '#lib/experiment/score.ts';

/** Figures of whole maps: probabilities are `[points, classes]`. */

/** Share of the grid points at which two maps have the same most probable class. */
export function sameClass(a: ArrayLike<number>, b: ArrayLike<number>, classes: number): number {
  const points = a.length / classes;
  let same = 0;
  for (let point = 0; point < points; point++)
    if (largest(a, point * classes, classes) === largest(b, point * classes, classes)) same++;
  return same / points;
}

/**
 * Distance between two maps: the root of the mean over grid points of ½ Σ_c (a_c − b_c)². With two
 * classes this is the root mean square difference of either probability.
 */
export function distance(a: ArrayLike<number>, b: ArrayLike<number>, classes: number): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - b[i]) ** 2;
  return Math.sqrt((sum * classes) / (2 * a.length));
}

/**
 * σ, the distance of a single subnetwork from the mean of all: a root mean square over subnetworks
 * and grid points, estimated from the standard deviations of `draws` subnetworks at each point. A
 * mean of k subnetworks is σ/√k away: E‖p̄_k − p̄‖² = tr Cov / k.
 */
export function typicalDistance(spread: ArrayLike<number>, draws: number): number {
  let sum = 0;
  for (let point = 0; point < spread.length; point++) sum += spread[point] ** 2;
  return draws > 1 ? Math.sqrt((sum / spread.length) * (draws / (draws - 1))) : Number.NaN;
}
