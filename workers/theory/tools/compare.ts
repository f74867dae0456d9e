import type { Outcome } from '../statement.ts';

/** The tolerance of an identity in float64: sums of at most 2¹² terms of size about one. */
const exactly = 1e-12;

/** Many comparisons; the outcome shows the one with the largest difference. */
export interface Comparison {
  add(measured: number, closedForm: number): void;
  outcome(more?: Pick<Outcome, 'details' | 'series'>): Outcome;
}

const differences = {
  equal: (measured: number, closedForm: number) => Math.abs(measured - closedForm),
  'at-most': (measured: number, closedForm: number) => measured - closedForm,
  'at-least': (measured: number, closedForm: number) => closedForm - measured,
};

/** The outcome of a statement that says that `measured`, the sum or the worst of `checks` checks, is 0. */
export function exactlyZero(measured: number, checks: number): Outcome {
  const holds = measured === 0;
  return { measured, closedForm: 0, difference: measured, tolerance: 0, holds, checks };
}

/** Compares pairs of numbers in one sense. A NaN counts as the worst difference there is. */
export function comparing(sense: keyof typeof differences, tolerance = exactly): Comparison {
  let worst = { measured: Number.NaN, closedForm: Number.NaN, difference: -Infinity };
  let checks = 0;
  return {
    add(measured, closedForm) {
      const difference = differences[sense](measured, closedForm);
      checks++;
      if (Number.isNaN(worst.difference)) return;
      if (!(difference <= worst.difference)) worst = { measured, closedForm, difference };
    },
    outcome(more) {
      return { ...worst, tolerance, holds: worst.difference <= tolerance, checks, ...more };
    },
  };
}
