import type { StackActivation } from '#lib/experiment/stability/stack.ts';
import { momentsOf } from './moments.ts';

/**
 * The variance at which pre-activations settle, and the factor per layer of the gradient's mean
 * square there.
 */
export interface FixedPoint {
  /** q* = σ_w² E φ(√q* z)². */
  q: number;
  /** χ = σ_w² E φ′(√q* z)²: above 1 gradients explode, below they vanish. */
  chi: number;
}

/**
 * The fixed point of q ← σ_w² E φ(√q z)² from q = 1 (Poole et al. 2016, equation 3), where σ_w² = n σ²,
 * a kept unit's 1/(1 − p) included. null where none is reached: for the ReLU and for no activation, whose
 * q grows or shrinks without end, and where q falls to 0 more slowly than any exponential.
 */
export function fixedPoint(activation: StackActivation, sigmaW2: number): FixedPoint | null {
  if (activation === 'none' || activation === 'relu') return null;
  let q = 1;
  for (let i = 0; i < 1_000; i++) {
    const next = sigmaW2 * momentsOf(activation, q).square;
    if (Math.abs(next - q) <= 1e-12 * q)
      return { q, chi: sigmaW2 * momentsOf(activation, q).slope };
    q = next;
  }
  return q < 1e-12 ? { q: 0, chi: sigmaW2 * momentsOf(activation, 0).slope } : null;
}
