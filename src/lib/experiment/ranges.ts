import * as v from 'valibot';

/** What one field of an experiment may hold, for the schema, the control panel and the link alike. */
export type Range =
  | { kind: 'integer' | 'number'; min: number; max: number }
  | { kind: 'choice'; of: readonly string[] };

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
