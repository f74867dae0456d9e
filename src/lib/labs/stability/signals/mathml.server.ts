import type { FormulaId } from '#lib/experiment/stability/drawn-names.ts';
import temml from 'temml';
import { derivationFormulas } from './formulas.ts';

/** The derivation as MathML. `.server`: this runs while the site is built, and only then. */
export function derivationAsMathml(): Record<FormulaId, string> {
  const made = Object.entries(derivationFormulas).map(([id, latex]) => [
    id,
    temml.renderToString(latex, { displayMode: true, throwOnError: true }),
  ]);
  return Object.fromEntries(made) as Record<FormulaId, string>;
}
