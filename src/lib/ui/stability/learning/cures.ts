import type { Cure } from '../../../experiment/stability/training.ts';

export const cureOrder = ['none', 'value', 'norm', 'standardised'] as const;

/** The limits that a cure begins with: ±5 is that of the course notes. */
const usual = { value: 5, norm: 1 } as const;

/** A cure of a kind, with the limit it begins with. */
export function usualCure(kind: Cure['kind'], limit: number): Cure {
  return { kind, limit: kind === 'value' || kind === 'norm' ? usual[kind] : limit };
}

/** Whether two cures do the same: a limit counts only where there is one. */
export function sameCure(a: Cure, b: Cure): boolean {
  const limited = a.kind === 'value' || a.kind === 'norm';
  return a.kind === b.kind && (!limited || a.limit === b.limit);
}
