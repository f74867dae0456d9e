import type { FormulaId } from '#lib/experiment/stability/drawn-names.ts';
import { createContext } from 'svelte';

/** The derivation's formulas as MathML, made when the site is built. */
export const [useDerivation, provideDerivation] = createContext<{
  readonly formulas: Record<FormulaId, string>;
}>();
