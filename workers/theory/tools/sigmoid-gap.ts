import { drawUnit, eachSum, meanSum, sigmoid } from './units.ts';

/** How far the mean of a sigmoid unit is from the sigmoid of its mean. */
export interface SigmoidGap {
  /** |E σ(S) − σ(E S)| */
  gap: number;
  /** E = E σ(S) */
  mean: number;
  /** Var(S), by enumeration */
  variance: number;
}

/** The gap of random unit number `index`, over all masks of its inputs. */
export function sigmoidGap(inputs: number, p: number, seed: number, index: number): SigmoidGap {
  const unit = drawUnit(inputs, seed, index);
  const center = meanSum(unit);
  let mean = 0;
  let variance = 0;
  eachSum(unit, p, (sum, weight) => {
    mean += weight * sigmoid(sum);
    variance += weight * (sum - center) ** 2;
  });
  return { gap: Math.abs(mean - sigmoid(center)), mean, variance };
}
