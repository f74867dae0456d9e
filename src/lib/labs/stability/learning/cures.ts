import type { StackSpec } from '#lib/experiment/stability/stack.ts';
import { noCure, type Cure, type GradientCure } from '#lib/experiment/stability/training.ts';

export const cureOrder = ['none', 'value', 'norm', 'standardised'] as const;

/** The parts of a stack that a cure can replace. */
export const stackParts = ['initialisation', 'activation', 'residual', 'drop'] as const;
export type StackPart = (typeof stackParts)[number];
type CurePart = 'gradient' | StackPart;

/** The limits that clipping begins with: ±5 by value is from the course notes. */
const usual = { value: 5, norm: 1 } as const;

/** A gradient cure of a kind with its usual limit; `limit` is kept by kinds that have none. */
export function usualCure(kind: Cure['kind'], limit: number): GradientCure {
  return { kind, limit: kind === 'value' || kind === 'norm' ? usual[kind] : limit };
}

/** The parts in which two cures differ. Limits count only for kinds that clip. */
export function differingParts(a: Cure, b: Cure): CurePart[] {
  const limited = a.kind === 'value' || a.kind === 'norm';
  const gradient = a.kind !== b.kind || (limited && a.limit !== b.limit);
  return [
    ...(gradient ? (['gradient'] as const) : []),
    ...stackParts.filter((part) => a[part] !== b[part]),
  ];
}

/** Whether two cures have the same effect. */
export function sameCure(a: Cure, b: Cure): boolean {
  return differingParts(a, b).length === 0;
}

/** Whether a cure does anything at all. */
export function cures(cure: Cure): boolean {
  return !sameCure(cure, noCure);
}

/** Cures with which a broken run may be replayed, the page's current one among them, by key. */
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
