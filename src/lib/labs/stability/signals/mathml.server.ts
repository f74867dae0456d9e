import type { FormulaId } from '#lib/experiment/stability/drawn-names.ts';
import temml from 'temml';
import { derivationFormulas } from './formulas.ts';

/**
 * The derivation's formulas as MathML. A `.server` module, since it only runs in the site's build.
 */
export function derivationAsMathml(): Record<FormulaId, string> {
  const made = Object.entries(derivationFormulas).map(([id, latex]) => [
    id,
    temml.renderToString(latex, { displayMode: true, throwOnError: true }),
  ]);
  return Object.fromEntries(made) as Record<FormulaId, string>;
}
