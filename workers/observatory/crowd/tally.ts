/** How many subnetworks have which value, in steps: all that a distribution needs to be drawn. */
export interface Tally {
  /** Width of a step: step s holds the values from s·grain up to the next; the last, all above. */
  grain: number;
  /** Number and weight of the subnetworks in each step, `[steps]`, up to the last step in use. */
  counts: Int32Array<ArrayBuffer>;
  weights: Float64Array<ArrayBuffer>;
  /** Number and weight of all subnetworks. */
  count: number;
  weight: number;
  least: number;
  /** Mean and standard deviation, each subnetwork counting as much as its weight. */
  mean: number;
  deviation: number;
  /**
   * Number and weight of the subnetworks below the reference value, and number of those equal to
   * it.
   */
  better: number;
  betterWeight: number;
  same: number;
}

export interface Tallying {
  add(value: number, weight: number): void;
  /** A copy of the tally so far. */
  result(): Tally;
}

/** Begins to count values, none below 0, in at most `steps` steps of `grain`, against `reference`. */
export function tallying(grain: number, steps: number, reference: number): Tallying {
  const counts = new Int32Array(steps);
  const weights = new Float64Array(steps);
  let used = 0;
  let count = 0;
  let weight = 0;
  let least = Infinity;
  let mean = 0;
  let squares = 0;
  let better = 0;
  let betterWeight = 0;
  let same = 0;
  return {
    add(value, share) {
      // Rounding may leave a whole number of steps just below it.
      const step = Math.min(steps - 1, Math.floor(value / grain + 1e-6));
      counts[step]++;
      weights[step] += share;
      used = Math.max(used, step + 1);
      count++;
      weight += share;
      least = Math.min(least, value);
      // West 1979: the weighted form of Welford's update.
      const before = mean;
      mean += (share / weight) * (value - mean);
      squares += share * (value - before) * (value - mean);
      if (value < reference) {
        better++;
        betterWeight += share;
      } else if (value === reference) same++;
    },
    result: () => ({
      grain,
      counts: counts.slice(0, used),
      weights: weights.slice(0, used),
      count,
      weight,
      least,
      mean,
      deviation: Math.sqrt(squares / weight),
      better,
      betterWeight,
      same,
    }),
  };
}
