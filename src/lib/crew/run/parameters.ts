import type { Experiment, VariantName } from '#lib/experiment/experiment.ts';

/** Weights and biases of a network whose layers have these widths, the input first. */
function ofNetwork(widths: readonly number[]): number {
  let sum = 0;
  for (let i = 1; i < widths.length; i++) sum += widths[i - 1] * widths[i] + widths[i];
  return sum;
}

/**
 * Trainable numbers of a variant, all members together. A thinned network of `subnetworks` has only
 * the weights between the units that it keeps: round((1 − p)·n) of n units are expected, and counted,
 * since the count of one mask would change with the seed.
 */
export function parameters(
  experiment: Experiment,
  variant: VariantName,
  inputs: number,
  classes: number,
): number {
  const widths = [inputs, ...experiment.network.hidden, classes];
  if (variant === 'full-ensemble') return experiment.members * ofNetwork(widths);
  if (variant !== 'subnetworks') return ofNetwork(widths);
  const drop = [experiment.dropout.input, ...experiment.dropout.hidden, 0];
  return experiment.members * ofNetwork(widths.map((n, i) => Math.round((1 - drop[i]) * n)));
}
