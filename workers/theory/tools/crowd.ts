import { eachMember, networkOnExamples } from './members.ts';

/** All subnetworks of one network on one example. */
export interface Crowd {
  classes: number;
  /** Probability of each subnetwork. */
  weights: number[];
  /** Predictions `[subnetworks][classes]`. */
  predictions: Float64Array[];
  /** p̄, the exact mean `[classes]`. */
  mean: Float64Array;
  /** tr Cov: the expected squared distance of one subnetwork from the mean. */
  spread: number;
}

const inputs = 4;
const classes = 3;

/** The subnetworks of a one-hidden-layer network of `units` units. */
export function crowdOf(units: number, p: number, seed: number): Crowd {
  const weights: number[] = [];
  const predictions: Float64Array[] = [];
  const network = networkOnExamples([inputs, units, classes], 'relu', [0, p], 1, seed);
  eachMember(network, (weight, logs) => {
    weights.push(weight);
    predictions.push(logs.map(Math.exp));
  });
  const mean = new Float64Array(classes);
  predictions.forEach((q, m) => q.forEach((value, c) => (mean[c] += weights[m] * value)));
  const spread = predictions.reduce((sum, q, m) => sum + weights[m] * distance(q, mean), 0);
  return { classes, weights, predictions, mean, spread };
}

/** Squared Euclidean distance. */
export function distance(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, x, i) => sum + (x - b[i]) ** 2, 0);
}
