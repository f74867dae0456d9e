import type { FileReference } from './file-text.ts';
import { formatFile, parseFile } from './file-text.ts';
import { isText } from './is-text.ts';
import { shorten, type Expectation, type ExperimentProblem } from './problem.ts';
import { changeNames, formatChange, parseChange, type Change } from './changes.ts';
import type { Field, FieldRange } from './field.ts';
import type { FieldValue } from './paths.ts';
import { formatValue, parseValue, plain } from './ranges.ts';

/** A value of a field as text, for the link and for a text box, and back. */

/** The value that a text stands for, or why it stands for none. */
export type Parsed<Value> = { ok: true; value: Value } | { ok: false; problem: ExperimentProblem };

/** The word for a list without items. */
const NONE = 'none';

/**
 * What a range takes in a network with `layers` hidden layers, by default in the deepest allowed.
 */
export function expectationOf(range: FieldRange, layers = Infinity): Expectation {
  switch (range.kind) {
    case 'per-layer': {
      const { min, max } = range.of;
      return { kind: 'per-layer', min, max, layers: Math.min(layers, range.max) };
    }
    case 'list':
      return { kind: 'list', of: plain(range.of), min: range.min, max: range.max };
    case 'changes':
      return { kind: 'changes', of: changeNames(range.of, layers), max: range.max };
    case 'text':
    case 'files':
      return range;
    default:
      return plain(range);
  }
}

/**
 * The value that `text` stands for. A list for each layer may hold one number, which `setField` spreads
 * over them; `layers` is how many hidden layers there are, and only serves the message. Never throws.
 */
export function parseField<T extends object>(
  field: Field<T>,
  text: string,
  layers?: number,
): Parsed<FieldValue<T>> {
  const outcome = parseText(field.range, text);
  if (outcome.ok) return outcome as { ok: true; value: FieldValue<T> };
  const expected = outcome.expected ?? expectationOf(field.range, layers);
  return { ok: false, problem: { where: field.name, expected, got: shorten(text) } };
}

/**
 * The value of a text. If it has none, `expected` is given only where `expectationOf` would not say
 * what is wrong.
 */
export function parseText(
  range: FieldRange,
  text: string,
): { ok: true; value: unknown } | { ok: false; expected?: Expectation } {
  switch (range.kind) {
    case 'text':
      return isText(text, range.maxLength) ? { ok: true, value: text } : { ok: false };
    case 'files':
      return all(split(text, ',', range.max)?.map(parseFile));
    case 'changes':
      return all(
        split(text, ',', range.max)?.map((part) => parseChange(range.of, range.step, part)),
      );
    case 'per-layer':
      return all(split(text, '-', range.max)?.map((part) => parseValue(range.of, part)));
    case 'list': {
      const { of, min, max, separator, distinct } = range;
      const items = split(text, separator, max)?.map((part) => parseValue(of, part));
      const outcome = all(items, min);
      const twice = distinct && outcome.ok && new Set(items).size < outcome.value.length;
      return twice ? { ok: false, expected: { kind: 'distinct' } } : outcome;
    }
    default: {
      const value = parseValue(range, text);
      return value === undefined ? { ok: false } : { ok: true, value };
    }
  }
}

/** The text of a value, such that `parseField` gives the value back. */
export function formatField<T extends object>({ range }: Field<T>, value: FieldValue<T>): string {
  if (!Array.isArray(value)) return formatValue(value as string | number);
  const items: readonly unknown[] = value;
  if (items.length === 0) return NONE;
  switch (range.kind) {
    case 'files':
      return (items as FileReference[]).map(formatFile).join(',');
    case 'changes':
      return (items as Change[]).map((change) => formatChange(range.of, change)).join(',');
    default:
      return (items as (string | number)[])
        .map(formatValue)
        .join(range.kind === 'list' ? range.separator : '-');
  }
}

/** A list that has at least `min` items, all of them understood. */
function all<Item>(
  items: readonly (Item | undefined)[] | undefined,
  min = 0,
): { ok: true; value: Item[] } | { ok: false } {
  if (!items || items.length < min || items.includes(undefined)) return { ok: false };
  return { ok: true, value: items as Item[] };
}

/** The parts of a list, or undefined where there are more than `max`. */
function split(text: string, separator: string, max: number): string[] | undefined {
  if (text.trim() === NONE) return [];
  // The minus of an exponent, as in 1e-7, is no separator.
  const parts =
    separator === '-'
      ? text.replace(/(\d\.?e)-(?=\d)/gi, '$1~').split('-', max + 1)
      : text.split(separator, max + 1);
  if (parts.length > max) return undefined;
  return separator === '-' ? parts.map((part) => part.replace('~', '-')) : parts;
}
