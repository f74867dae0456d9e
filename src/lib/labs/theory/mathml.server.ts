import temml from 'temml';
import type { StatementId } from '#lib/experiment/theory.ts';
import { formulas } from './formulas.ts';

/**
 * Every formula as MathML, one string per line. A `.server` module, since it runs only when the
 * site is built.
 */
export function formulasAsMathml(): Record<StatementId, string[]> {
  const lines = Object.entries(formulas).map(([id, latex]) => [
    id,
    latex.map((line) => temml.renderToString(line, { displayMode: true, throwOnError: true })),
  ]);
  return Object.fromEntries(lines) as Record<StatementId, string[]>;
}
