import type { StackSpec } from '#lib/experiment/stability/stack.ts';
import { noCure, type Cure, type GradientCure } from '#lib/experiment/stability/training.ts';

export const cureOrder = ['none', 'value', 'norm', 'standardised'] as const;

/** What a cure can put in place of what the stack says. */
export const stackParts = ['initialisation', 'activation', 'residual', 'drop'] as const;
export type StackPart = (typeof stackParts)[number];
type CurePart = 'gradient' | StackPart;

/** The limits that a cure begins with: ±5 is that of the course notes. */
const usual = { value: 5, norm: 1 } as const;

/** A cure of the gradient of a kind, with the limit it begins with. */
export function usualCure(kind: Cure['kind'], limit: number): GradientCure {
  return { kind, limit: kind === 'value' || kind === 'norm' ? usual[kind] : limit };
}

/** The parts in which two cures differ: a limit counts only where there is one. */
export function differingParts(a: Cure, b: Cure): CurePart[] {
  const limited = a.kind === 'value' || a.kind === 'norm';
  const gradient = a.kind !== b.kind || (limited && a.limit !== b.limit);
  return [
    ...(gradient ? (['gradient'] as const) : []),
    ...stackParts.filter((part) => a[part] !== b[part]),
  ];
}

/** Whether two cures do the same. */
export function sameCure(a: Cure, b: Cure): boolean {
  return differingParts(a, b).length === 0;
}

/** Whether a cure does anything at all. */
export function cures(cure: Cure): boolean {
  return !sameCure(cure, noCure);
}

/** What a run that broke may be replayed with, each by a key, the one that the page asks for among them. */
export function remedies(cure: Cure, stack: StackSpec): { key: string; cure: Cure }[] {
  const gradients = cureOrder.map((kind) => ({
    key: kind as string,
    cure: kind === cure.kind ? cure : { ...cure, ...usualCure(kind, cure.limit) },
  }));
  const skips = cure.residual === 'as-set' ? stack.residual : cure.residual;
  return [
    ...gradients,
    ...(skips === 'identity'
      ? [{ key: 'scaled', cure: { ...cure, residual: 'scaled' as const } }]
      : []),
    ...(cure.initialisation === 'as-set' && stack.initialisation !== 'xavier-normal'
      ? [{ key: 'xavier-normal', cure: { ...cure, initialisation: 'xavier-normal' as const } }]
      : []),
  ];
}
