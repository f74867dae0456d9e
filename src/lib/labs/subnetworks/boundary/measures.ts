import { largest } from '#lib/experiment/score.ts';

/** Figures of whole maps: probabilities are `[points, classes]`. */

/** Share of the places where two maps have the same largest class. */
export function sameClass(a: ArrayLike<number>, b: ArrayLike<number>, classes: number): number {
  const points = a.length / classes;
  let same = 0;
  for (let point = 0; point < points; point++)
    if (largest(a, point * classes, classes) === largest(b, point * classes, classes)) same++;
  return same / points;
}

/**
 * How far two maps are from each other: the root of the mean over places of ½ Σ_c (a_c − b_c)². With
 * two classes, the root mean square of the difference in the probability of either.
 */
export function distance(a: ArrayLike<number>, b: ArrayLike<number>, classes: number): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - b[i]) ** 2;
  return Math.sqrt((sum * classes) / (2 * a.length));
}

/**
 * σ: how far one subnetwork is from the mean of all, as a root mean square over subnetworks and places,
 * estimated from the standard deviations of `draws` subnetworks at each place. A mean of k subnetworks is
 * σ/√k away, in the root mean square: E‖p̄_k − p̄‖² = tr Cov / k.
 */
export function typicalDistance(spread: ArrayLike<number>, draws: number): number {
  let sum = 0;
  for (let point = 0; point < spread.length; point++) sum += spread[point] ** 2;
  return draws > 1 ? Math.sqrt((sum / spread.length) * (draws / (draws - 1))) : Number.NaN;
}
