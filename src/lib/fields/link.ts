import { dequal } from 'dequal/lite';
import { shorten, type Expectation, type ExperimentProblem } from './problem.ts';
import type { Change } from './changes.ts';
import { applies, type Field, type FieldRange } from './field.ts';
import { pageParameters } from './page-parameters.ts';
import { getAt, lookUp, type FieldValue } from './paths.ts';
import { setField } from './set-field.ts';
import { expectationOf, formatField, parseField, parseText } from './text.ts';

/** What a lab hands in, so that its state can stand in a link. */
export interface LinkedState<T extends { preset: string }, Preset extends string> {
  /**
   * In the order in which a link is read: what decides the shape of other values (kind of data, hidden
   * layers) before them.
   */
  fields: readonly Field<T>[];
  presetNames: readonly Preset[];
  /** A fresh copy of a preset. */
  preset: (name: Preset) => T;
  /** How many hidden layers a state has, for its fields of kind `per-layer`. */
  layers: (state: T) => number;
  /**
   * Which value counts where a parameter is given twice: the first, whatever it is, or the first that
   * makes sense. Links are read for ever as they were, and the labs began with different rules.
   */
  twice: 'first' | 'first-that-makes-sense';
}

/** What a link says. */
export interface Link<T> {
  state: T;
  /** Whether the preset is named. */
  named: boolean;
  /** `run=1`: what the link names starts by itself. */
  run: boolean;
  /** `embed=1`: the lab stands alone, without the site around it. */
  embed: boolean;
  /** Parameters that were left out, with the reason, in the order of the link; at most 100. */
  ignored: ExperimentProblem[];
}

/** A parameter that a link may have, and where its value goes: a field's path, or its own name. */
interface Parameter {
  name: string;
  path: string;
  range: FieldRange;
}

const MAX_IGNORED = 100;

/**
 * The state as a query without its `?`: the preset, unless it is the `usual` one (with `named`,
 * always), and every parameter that differs from it. `readLink` gives the same state back.
 */
export function writeLink<T extends { preset: string }, Preset extends string>(
  { fields, presetNames, preset, layers }: LinkedState<T, Preset>,
  state: T,
  usual: Preset,
  named = false,
): string {
  const name = presetNames.find((known) => known === state.preset) ?? usual;
  const parts = name === usual && !named ? [] : [`preset=${name}`];
  let base = preset(name);
  for (const field of fields) {
    const value = getAt(state, field.path);
    if (value === undefined || !applies(field, state)) continue;
    if (dequal(value, getAt(base, field.path))) continue;
    const outcome = setField(base, field, value, layers(base));
    if (outcome.ok) base = outcome.state;
    const values = field.range.kind === 'changes' ? (value as Change[]).map((c) => [c]) : [value];
    for (const one of values)
      parts.push(`${field.name}=${encode(formatField(field, one as FieldValue<T>))}`);
  }
  return parts.join('&');
}

/**
 * The state of a link. A parameter that is unknown, malformed, out of range or absent from this
 * kind of state is left out, and the reason is kept; the value of the preset stays. Parameters are
 * read in the order of the fields, not in that of the link. `usual` is the preset where the link
 * names none. Never throws.
 */
export function readLink<T extends { preset: string }, Preset extends string>(
  { fields, presetNames, preset, layers, twice }: LinkedState<T, Preset>,
  query: string | URLSearchParams,
  usual: Preset,
): Link<T> {
  const page = pageParameters(presetNames);
  const parameters = [
    ...Object.entries(page).map(([name, range]): Parameter => ({ name, path: name, range })),
    ...fields,
  ];
  const problems: (ExperimentProblem & { at: number })[] = [];
  const refuse = (where: string, expected: Expectation, got: string, at: number) =>
    problems.push({ where: shorten(where), expected, got: shorten(got), at });

  const given = typeof query === 'string' ? new URLSearchParams(query) : query;
  /** The texts given for each path, in the order of the link. */
  const texts = new Map<string, { text: string; at: number }[]>();
  const taken = new Set<string>();
  let at = 0;
  for (const [name, text] of given) {
    const places = parameters.filter((one) => one.name === name);
    const place = places.find(({ range }) => parseText(range, text).ok);
    const again = (place ? [place] : places).some(({ path }) => taken.has(path));
    if (places.length === 0) refuse(name, { kind: 'known' }, text, at);
    else if (again) refuse(name, { kind: 'once' }, text, at);
    else if (!place && places.length > 1) refuse(name, choiceOf(places), text, at);
    else {
      const { path, range } = place ?? places[0];
      const counts = place !== undefined || twice === 'first';
      if (counts && range.kind !== 'changes') taken.add(path);
      const list = texts.get(path) ?? [];
      texts.set(path, list);
      list.push({ text, at });
    }
    at++;
  }

  const said = new Map<string, string>();
  for (const [name, range] of Object.entries(page))
    for (const { text, at } of texts.get(name) ?? []) {
      const parsed = parseText(range, text);
      if (parsed.ok) said.set(name, parsed.value as string);
      else refuse(name, expectationOf(range), text, at);
    }
  let state = preset((said.get('preset') as Preset | undefined) ?? usual);
  for (const field of fields)
    for (const { text, at } of texts.get(field.path) ?? []) {
      const parsed = parseField(field, text, layers(state));
      const outcome = parsed.ok
        ? setField(state, field, appended(state, field, parsed.value), layers(state))
        : parsed;
      if (outcome.ok) state = outcome.state;
      else refuse(field.name, outcome.problem.expected, text, at);
    }
  return {
    state,
    named: said.has('preset'),
    run: said.get('run') === '1',
    embed: said.get('embed') === '1',
    ignored: problems
      .sort((a, b) => a.at - b.at)
      .slice(0, MAX_IGNORED)
      .map(({ where, expected, got }) => ({ where, expected, got })),
  };
}

/** The choices of all parameters that share a name. */
function choiceOf(places: readonly Parameter[]): Expectation {
  const of = places.flatMap(({ range }) => (range.kind === 'choice' ? range.of : []));
  return { kind: 'choice', of };
}

/**
 * The value to set. Changes of a run are added to those before, since each parameter may bring
 * some; any other value replaces the one before.
 */
function appended<T extends object>(
  state: T,
  { range, path }: Field<T>,
  value: FieldValue<T>,
): FieldValue<T> {
  if (range.kind !== 'changes') return value;
  return [...(lookUp(state, path) as Change[]), ...(value as Change[])] as FieldValue<T>;
}

/** Percent-encoded, except the marks that a query may hold and a person would rather read. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/%(2C|3A|2F)/g, decodeURIComponent);
}
