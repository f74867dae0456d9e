import type { GradientCure } from '#lib/experiment/stability/training.ts';
import type { Numbers } from '../tools/arithmetic.ts';

/**
 * What a cure makes of a gradient, in place. `layers` holds where the numbers of each layer start
 * and end. See `cureKinds` for what each does.
 */
export function applyCure(
  gradient: Numbers,
  { kind, limit }: GradientCure,
  layers: readonly (readonly [start: number, end: number])[],
): void {
  switch (kind) {
    case 'none':
      return;
    case 'value':
      for (let i = 0; i < gradient.length; i++)
        gradient[i] = Math.max(-limit, Math.min(limit, gradient[i]));
      return;
    case 'norm': {
      const norm = normOf(gradient);
      if (norm <= limit) return;
      for (let i = 0; i < gradient.length; i++) gradient[i] *= limit / norm;
      return;
    }
    case 'standardised':
      for (const [start, end] of layers) standardise(gradient.subarray(start, end));
  }
}

/** The Euclidean norm. */
export function normOf(numbers: Numbers): number {
  let squares = 0;
  for (let i = 0; i < numbers.length; i++) squares += numbers[i] * numbers[i];
  return Math.sqrt(squares);
}

/** Gives the numbers mean 0 and variance 1, in place; if they are all the same, they become 0. */
function standardise(numbers: Numbers): void {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += numbers[i];
  const mean = sum / numbers.length;
  let squares = 0;
  for (let i = 0; i < numbers.length; i++) squares += (numbers[i] - mean) ** 2;
  const deviation = Math.sqrt(squares / numbers.length);
  for (let i = 0; i < numbers.length; i++)
    numbers[i] = deviation > 0 ? (numbers[i] - mean) / deviation : 0;
}
