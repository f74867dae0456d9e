/** Mean and standard deviation over the networks so far, at each place. */
export interface RunningMoments {
  /** Adds one more network, by its probabilities `[points, classes]`. */
  add(probabilities: ArrayLike<number>): void;
  /** The mean `[points, classes]` and the standard deviation `[points]`, written to what is given. */
  result(means: Float32Array, spreads: Float32Array): void;
}

/**
 * Running moments in float64 (Welford 1962), so that k networks that agree have a deviation of 0 and
 * not what the roundings of two large sums leave.
 *
 * The deviation at a place is √(½ Σ_c Var p_c), over the networks that were seen. With two classes,
 * whose probabilities are each other's complement, it is the standard deviation of either.
 */
export function runningMoments(points: number, classes: number): RunningMoments {
  const mean = new Float64Array(points * classes);
  /** Σ over networks and classes of squared differences from the mean, `[points]`. */
  const squares = new Float64Array(points);
  let k = 0;
  return {
    add(probabilities) {
      k++;
      for (let i = 0, point = 0; point < points; point++) {
        for (let c = 0; c < classes; c++, i++) {
          const before = probabilities[i] - mean[i];
          mean[i] += before / k;
          squares[point] += before * (probabilities[i] - mean[i]);
        }
      }
    },
    result(means, spreads) {
      means.set(mean);
      for (let point = 0; point < points; point++)
        spreads[point] = Math.sqrt(squares[point] / (2 * k));
    },
  };
}
