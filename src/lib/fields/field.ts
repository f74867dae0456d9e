import type { Expectation } from './problem.ts';
import type { Changeable } from './changes.ts';
import type { FieldValue, PathOf } from './paths.ts';
import type { Range } from './ranges.ts';

/** What a field may hold. */
export type FieldRange =
  | Range
  /** A list, its items parted by `separator` in the link. */
  | { kind: 'list'; of: Range; min: number; max: number; separator: '-' | ','; distinct: boolean }
  /** One of `of` for each of at most `max` hidden layers; written as `a-b`, or as one number for all. */
  | { kind: 'per-layer'; of: Extract<Range, { min: number }>; max: number }
  | { kind: 'text'; maxLength: number }
  | { kind: 'files'; max: number }
  /** Changes during a run: which settings may change, and at which steps. */
  | { kind: 'changes'; max: number; of: readonly Changeable[]; step: Range };

/** What a state must be like elsewhere for a field to exist in it. */
export interface Need<T> {
  expected: Expectation;
  /** What the state has instead, in a word; null if the need is met. */
  instead: (state: T) => string | null;
}

/**
 * A row of a table of fields: one number, name or list of a state. The table drives the link, the
 * controls and the messages of a bad value. Names in a link are public: add to them, never rename.
 */
export interface Field<T extends object> {
  /** The parameter of the link. Two rows may share one where no text is a value of both. */
  name: string;
  path: PathOf<T>;
  range: FieldRange;
  /** A sensible step of a number box or slider. Not a restriction. */
  step?: number;
  /** How a slider should run. A logarithmic one may have to begin above `range.min`. */
  scale?: 'linear' | 'log';
  /** Absent if every state has the field. */
  needs?: Need<T>;
  /** Whether the field changes anything at present; absent is always. A control may dim it. */
  matters?: (state: T) => boolean;
  /** Sets the value along with its consequences elsewhere; if absent, only `path` is set. */
  put?: (state: T, value: FieldValue<T>) => T;
}

/** Whether a state has a field at all. */
export function applies<T extends object>({ needs }: Field<T>, state: T): boolean {
  return !needs || needs.instead(state) === null;
}
