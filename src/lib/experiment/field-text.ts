import type { FieldValue } from './access.ts';
import { changeNames, formatChange, parseChange } from './change-text.ts';
import type { Field } from './fields.ts';
import { formatFile, parseFile } from './file-text.ts';
import { isText } from './is-text.ts';
import { formatNumber, parseNumber } from './number-text.ts';
import type { ExperimentProblem, Expectation } from './problem.ts';
import { shorten } from './problem.ts';
import { ranges, type Change, type FileReference } from './experiment.ts';
import type { Range } from './ranges.ts';

/** A value of a field as text, for the link and for a text box, and back. */

export type Parsed = { ok: true; value: FieldValue } | { ok: false; problem: ExperimentProblem };

/** The word for a list without items. */
const NONE = 'none';

/** What a field takes in a network of so many hidden layers. */
export function expectationOf(field: Field, layers: number): Expectation {
  const { range } = field;
  switch (range.kind) {
    case 'per-layer':
      return { kind: 'per-layer', min: range.of.min, max: range.of.max, layers };
    case 'list':
      return { kind: 'list', of: plain(range.of), min: range.min, max: range.max };
    case 'changes':
      return { kind: 'changes', of: changeNames(layers), max: range.max };
    case 'text':
    case 'files':
      return range;
    default:
      return plain(range);
  }
}

/** A range without its schema, so that a problem is plain data. */
export function plain(range: Range): Range {
  if (range.kind === 'choice') return { kind: 'choice', of: range.of };
  return { kind: range.kind, min: range.min, max: range.max };
}

/**
 * The value that `text` stands for. A list for `p` may hold one number, which `withField` spreads over
 * the hidden layers; `layers` is how many those are, and only serves the message. Never throws.
 */
export function parseField(field: Field, text: string, layers: number = ranges.layers.max): Parsed {
  const { range } = field;
  const refuse = (expected = expectationOf(field, layers)): Parsed => ({
    ok: false,
    problem: { where: field.name, expected, got: shorten(text) },
  });
  const accept = (value: unknown): Parsed => ({ ok: true, value: value as FieldValue });

  switch (range.kind) {
    case 'text':
      return isText(text, range.maxLength) ? accept(text) : refuse();
    case 'files':
    case 'changes': {
      const max = range.max;
      const parse: (part: string) => unknown = range.kind === 'files' ? parseFile : parseChange;
      const values = split(text, ',', max)?.map(parse);
      return values?.every((value) => value !== undefined) ? accept(values) : refuse();
    }
    case 'per-layer':
    case 'list': {
      const [min, max] = range.kind === 'list' ? [range.min, range.max] : [0, ranges.layers.max];
      const separator = range.kind === 'list' ? range.separator : '-';
      const values = split(text, separator, max)?.map((part) => parseOne(range.of, part));
      if (!values || values.length < min || values.includes(undefined)) return refuse();
      if (range.kind === 'list' && range.distinct && new Set(values).size < values.length)
        return refuse({ kind: 'distinct' });
      return accept(values);
    }
    default: {
      const value = parseOne(range, text);
      return value === undefined ? refuse() : accept(value);
    }
  }
}

/** The text of a value, such that `parseField` gives the value back. */
export function formatField(field: Field, value: FieldValue): string {
  const { range } = field;
  if (range.kind === 'files') return joined((value as FileReference[]).map(formatFile), ',');
  if (range.kind === 'changes') return joined((value as Change[]).map(formatChange), ',');
  if (Array.isArray(value)) {
    const separator = range.kind === 'list' ? range.separator : '-';
    return joined((value as (string | number)[]).map(formatOne), separator);
  }
  return formatOne(value as string | number);
}

function parseOne(range: Range, text: string): string | number | undefined {
  if (range.kind === 'choice') {
    const name = text.trim();
    return range.of.includes(name) ? name : undefined;
  }
  const value = parseNumber(text);
  if (value === undefined || value < range.min || value > range.max) return undefined;
  return range.kind === 'integer' && !Number.isInteger(value) ? undefined : value;
}

function formatOne(value: string | number): string {
  return typeof value === 'number' ? formatNumber(value) : value;
}

function joined(parts: string[], separator: string): string {
  return parts.length === 0 ? NONE : parts.join(separator);
}

/** The parts of a list, or undefined where there are more than `max`. */
function split(text: string, separator: string, max: number): string[] | undefined {
  if (text.trim() === NONE) return [];
  // The minus of an exponent, as in 1e-7, parts nothing.
  const parts =
    separator === '-'
      ? text.replace(/(\d\.?e)-(?=\d)/gi, '$1~').split('-', max + 1)
      : text.split(separator, max + 1);
  if (parts.length > max) return undefined;
  return separator === '-' ? parts.map((part) => part.replace('~', '-')) : parts;
}
