import type { StackSpec } from './stack.ts';

/**
 * Variance of one weight of a matrix `[outputs, inputs]` that stands before an activation, its gain
 * included; for `constant`, which has none, the weight's square.
 *
 * `orthogonal`: the shorter side's vectors are orthonormal, so each weight has 1/longer side.
 */
export function weightVariance(
  { initialisation, sigma, gain }: Pick<StackSpec, 'initialisation' | 'sigma' | 'gain'>,
  inputs: number,
  outputs: number,
): number {
  return gain ** 2 * plain(initialisation, sigma, inputs, outputs);
}

/**
 * The same of the second matrix of a branch W₂ φ(W₁ h): no activation follows it, so it has no gain, and
 * He's factor 2, which makes up for a ReLU, goes too.
 */
export function branchVariance(
  { initialisation, sigma }: Pick<StackSpec, 'initialisation' | 'sigma'>,
  inputs: number,
  outputs: number,
): number {
  return plain(initialisation === 'he' ? '1/n_in' : initialisation, sigma, inputs, outputs);
}

function plain(
  initialisation: StackSpec['initialisation'],
  sigma: number,
  inputs: number,
  outputs: number,
): number {
  switch (initialisation) {
    case 'normal':
    case 'constant':
      return sigma ** 2;
    case '1/n_in':
      return 1 / inputs;
    case '1/n_out':
      return 1 / outputs;
    /** Glorot and Bengio 2010, equations 12 and 16. */
    case 'xavier-normal':
    case 'xavier-uniform':
      return 2 / (inputs + outputs);
    /** He et al. 2015, equation 10. */
    case 'he':
      return 2 / inputs;
    case 'orthogonal':
      return 1 / Math.max(inputs, outputs);
  }
}
