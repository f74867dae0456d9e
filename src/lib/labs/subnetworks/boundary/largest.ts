/** The class of the largest probability at a place; the first of equals. `[points, classes]` */
export function largest(probabilities: ArrayLike<number>, point: number, classes: number): number {
  let best = 0;
  for (let c = 1; c < classes; c++)
    if (probabilities[point * classes + c] > probabilities[point * classes + best]) best = c;
  return best;
}
