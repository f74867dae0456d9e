import { allFinite } from '../../network/host/all-finite.ts';
import type { Numbers } from './arithmetic.ts';

/** The operations of a step, in the order of one layer's way up and down. */
export type Operation =
  | 'weights'
  | 'pre-activation'
  | 'activation'
  /** W₂ φ(W₁ h), or h + α f(h). */
  | 'branch'
  | 'skip'
  | 'loss'
  /** The derivative by a layer's activations, by its pre-activations, and by its weights. */
  | 'gradient'
  | 'delta'
  | 'weight-gradient'
  | 'update';

/** Where numbers first went wrong. */
export interface Trouble {
  pass: 'forward' | 'backward' | 'update';
  /** The layer, counted from 1; 0 is the input. */
  layer: number;
  operation: Operation;
  /** `0`: every number of that matrix is 0. */
  value: 'Infinity' | '-Infinity' | 'NaN' | '0';
}

/**
 * Looks at matrices as they are made. Of each pass it keeps the first matrix that is not finite and
 * the first that is all 0.
 */
export interface Watch {
  see(pass: Trouble['pass'], layer: number, operation: Operation, numbers: Numbers): void;
  /** What was found so far, in the order in which it was met. */
  readonly troubles: readonly Trouble[];
  /** The first number that was not finite. */
  nonFinite(): Trouble | null;
}

export function watch(): Watch {
  const troubles: Trouble[] = [];
  const met = (pass: Trouble['pass'], zero: boolean) =>
    troubles.some((one) => one.pass === pass && (one.value === '0') === zero);
  return {
    troubles,
    nonFinite: () => troubles.find(({ value }) => value !== '0') ?? null,
    see(pass, layer, operation, numbers) {
      const value = met(pass, false) ? null : firstNonFinite(numbers);
      if (value !== null) troubles.push({ pass, layer, operation, value });
      if (!met(pass, true) && allZero(numbers))
        troubles.push({ pass, layer, operation, value: '0' });
    },
  };
}

function firstNonFinite(numbers: Numbers): Exclude<Trouble['value'], '0'> | null {
  if (allFinite(numbers)) return null;
  return String(numbers.find((x) => !Number.isFinite(x))) as Exclude<Trouble['value'], '0'>;
}

function allZero(numbers: Numbers): boolean {
  for (let i = 0; i < numbers.length; i++) if (numbers[i] !== 0) return false;
  return true;
}
