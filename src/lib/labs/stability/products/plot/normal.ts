/** A normal law. */
export interface Normal {
  mean: number;
  deviation: number;
}

/** Probability that a normal number lies between `low` and `high`; 0 or 1 if the deviation is 0. */
export function normalShare({ mean, deviation }: Normal, low: number, high: number): number {
  if (deviation === 0) return mean >= low && mean < high ? 1 : 0;
  return below((high - mean) / deviation) - below((low - mean) / deviation);
}

/** Φ(z), to 1e-7 (Abramowitz and Stegun 1964, 26.2.17). */
function below(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z < 0 ? tail : 1 - tail;
}
