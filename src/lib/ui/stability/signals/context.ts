import { createContext } from 'svelte';
import type { FormulaId } from './formulas.ts';

/** The derivation's formulas as MathML, made while the site was built. */
export const [useDerivation, provideDerivation] = createContext<{
  readonly formulas: Record<FormulaId, string>;
}>();
