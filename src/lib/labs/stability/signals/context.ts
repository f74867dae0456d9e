import type { FormulaId } from '#lib/experiment/stability/drawn-names.ts';
import { createContext } from 'svelte';

/** The derivation's formulas as MathML, made while the site was built. */
export const [useDerivation, provideDerivation] = createContext<{
  readonly formulas: Record<FormulaId, string>;
}>();
