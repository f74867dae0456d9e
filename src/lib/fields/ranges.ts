import * as v from 'valibot';
import { formatNumber, parseNumber } from './number-text.ts';

/** What one number or name may be, for the schema, the control and the link alike. */
export type Range =
  | { kind: 'integer' | 'number'; min: number; max: number }
  | { kind: 'choice'; of: readonly string[] };

/** What a range holds: a number, or one of its names. */
type Held<R extends Range> = R extends { kind: 'choice'; of: readonly (infer Name)[] }
  ? Name
  : number;

/** A whole number from `min` to `max`. */
export function integer(min: number, max: number) {
  return {
    kind: 'integer' as const,
    min,
    max,
    schema: v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max)),
  };
}

/** A finite number from `min` to `max`. */
export function number(min: number, max: number) {
  return {
    kind: 'number' as const,
    min,
    max,
    schema: v.pipe(v.number(), v.finite(), v.minValue(min), v.maxValue(max)),
  };
}

/** One of a few names. */
export function choice<const T extends readonly [string, ...string[]]>(of: T) {
  return { kind: 'choice' as const, of, schema: v.picklist(of) };
}

/** The schema of an object, from the range of each of its values. */
export function objectOf<R extends Readonly<Record<string, { schema: v.GenericSchema }>>>(
  ranges: R,
) {
  const entries = Object.entries(ranges).map(([key, { schema }]) => [key, schema]);
  return v.object(Object.fromEntries(entries) as { -readonly [K in keyof R]: R[K]['schema'] });
}

/** A range without its schema, so that a problem is plain data. */
export function plain(range: Range): Range {
  if (range.kind === 'choice') return { kind: 'choice', of: range.of };
  return { kind: range.kind, min: range.min, max: range.max };
}

/** Whether a range holds a value. */
export function holds(range: Range, value: unknown): boolean {
  if (range.kind === 'choice') return range.of.some((name) => name === value);
  if (typeof value !== 'number' || !(value >= range.min && value <= range.max)) return false;
  return range.kind === 'number' || Number.isInteger(value);
}

/** The value of a text, or undefined where the range does not hold it. */
export function parseValue<R extends Range>(range: R, text: string): Held<R> | undefined {
  const value = range.kind === 'choice' ? text.trim() : parseNumber(text);
  return holds(range, value) ? (value as Held<R>) : undefined;
}

/** The text of a number or a name, such that `parseValue` gives it back. */
export function formatValue(value: string | number): string {
  return typeof value === 'number' ? formatNumber(value) : value;
}
