import { shorten, type Expectation, type ExperimentProblem } from './problem.ts';
import type { Change } from './changes.ts';
import type { Field } from './field.ts';
import { lookUp, setAt, type FieldValue } from './paths.ts';
import { expectationOf, formatField } from './text.ts';

/** The outcome of setting a field. */
export type Outcome<T> = { ok: true; state: T } | { ok: false; problem: ExperimentProblem };

/**
 * A copy of the state with a parsed value of one field, and what follows from it. Refused where the
 * state has no such field, where a list for each layer has neither one number nor one for each of the
 * `layers`, and where a change names what is not there.
 */
export function setField<T extends object>(
  state: T,
  field: Field<T>,
  value: FieldValue<T>,
  layers: number,
): Outcome<T> {
  const refuse = (expected: Expectation, got: string): Outcome<T> => ({
    ok: false,
    problem: { where: field.name, expected, got: shorten(got) },
  });
  const instead = field.needs?.instead(state) ?? null;
  if (field.needs && instead !== null) return refuse(field.needs.expected, instead);

  const { range } = field;
  const wrong = () => refuse(expectationOf(range, layers), formatField(field, value));
  let fitting = value;
  if (range.kind === 'per-layer') {
    const list = value as number[];
    const spread = list.length === 1 ? new Array<number>(layers).fill(list[0]) : list;
    if (spread.length !== layers) return wrong();
    fitting = spread as FieldValue<T>;
  } else if (range.kind === 'changes') {
    const changes = value as Change[];
    // Counted before each is checked: a link may hold any number of changes.
    if (changes.length > range.max) return refuse(expectationOf(range, layers), shorten(changes));
    if (changes.some(({ path }) => lookUp(state, path) === undefined)) return wrong();
  }
  return { ok: true, state: field.put?.(state, fitting) ?? setAt(state, field.path, fitting) };
}
