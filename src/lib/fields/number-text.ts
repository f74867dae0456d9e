/** A number as a person would write it in a link. */

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The number that `text` stands for, or undefined: no hexadecimal, no `Infinity`, no empty text. */
export function parseNumber(text: string): number | undefined {
  const trimmed = text.trim();
  if (!NUMBER.test(trimmed)) return undefined;
  // The sum turns −0 into 0, which is the same experiment.
  const value = Number(trimmed) + 0;
  return Number.isFinite(value) ? value : undefined;
}

/** The shortest text that gives the same number back. */
export function formatNumber(value: number): string {
  return String(value).replace('e+', 'e');
}
