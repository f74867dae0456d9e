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
  /** Counted from 1; 0 is the input. */
  layer: number;
  operation: Operation;
  /** `0`: every number of that matrix is 0. */
  value: 'Infinity' | '-Infinity' | 'NaN' | '0';
}

/** Looks at matrices as they are made, and keeps the first of each pass that is not finite, and the first that is all 0. */
export interface Watch {
  see(pass: Trouble['pass'], layer: number, operation: Operation, numbers: Numbers): void;
  /** In the order in which they were met. */
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

/**
 * x − x is 0, or NaN where x is not finite, which is cheaper than asking each number; four sums, since
 * each addition waits for the one before.
 */
function firstNonFinite(numbers: Numbers): Exclude<Trouble['value'], '0'> | null {
  const n = numbers.length;
  const whole = n - (n % 4);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < whole; i += 4) {
    a += numbers[i] - numbers[i];
    b += numbers[i + 1] - numbers[i + 1];
    c += numbers[i + 2] - numbers[i + 2];
    d += numbers[i + 3] - numbers[i + 3];
  }
  for (let i = whole; i < n; i++) a += numbers[i] - numbers[i];
  if (a + b + c + d === 0) return null;
  return String(numbers.find((x) => !Number.isFinite(x))) as Exclude<Trouble['value'], '0'>;
}

function allZero(numbers: Numbers): boolean {
  for (let i = 0; i < numbers.length; i++) if (numbers[i] !== 0) return false;
  return true;
}
