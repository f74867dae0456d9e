import temml from 'temml';
import type { StatementId } from '#lib/experiment/theory.ts';
import { formulas } from './formulas.ts';

/** Every formula as MathML, a line each. `.server`: this runs while the site is built, and only then. */
export function formulasAsMathml(): Record<StatementId, string[]> {
  const lines = Object.entries(formulas).map(([id, latex]) => [
    id,
    latex.map((line) => temml.renderToString(line, { displayMode: true, throwOnError: true })),
  ]);
  return Object.fromEntries(lines) as Record<StatementId, string[]>;
}
