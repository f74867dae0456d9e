import { formatNumber, parseNumber } from '../number-text.ts';
import { shorten, type Expectation, type ExperimentProblem } from '../problem.ts';
import type { Range } from '../ranges.ts';
import { valueAt, withValue } from './access.ts';
import { changeNames, formatChange, parseChange } from './change-text.ts';
import { stabilityFields, stabilityFieldsOf } from './fields.ts';
import { stabilityPreset, stabilityPresetNames, type StabilityPresetName } from './presets.ts';
import type { StabilityState } from './state.ts';
import type { Change } from './training.ts';

/** What a link to the stability page says. */
export interface StabilityLink {
  state: StabilityState;
  /** Whether the preset is named. */
  named: boolean;
  /** `run=1`: what the view shows is computed by itself. */
  run: boolean;
  /** `embed=1`: the lab stands alone, without the site around it. */
  embed: boolean;
  /** Parameters that were left out, with the reason, in the order of the link; at most 100. */
  ignored: ExperimentProblem[];
}

const usual: StabilityPresetName = stabilityPresetNames[0];
const MAX_IGNORED = 100;
const MAX_CHANGES = 1_000;
const flags = ['run', 'embed'] as const;

/**
 * The state as a query without its `?`: its preset, and what differs from it. `fromStabilityLink` undoes it.
 * `named`: the usual preset is named, too.
 */
export function toStabilityLink(state: StabilityState, named = false): string {
  const name = stabilityPresetNames.find((known) => known === state.preset) ?? usual;
  const base = stabilityPreset(name);
  const parts = name === usual && !named ? [] : [`preset=${name}`];
  for (const { name, path } of stabilityFields) {
    const value = valueAt(state, path);
    if (value === valueAt(base, path)) continue;
    const text = typeof value === 'number' ? formatNumber(value) : value;
    parts.push(`${name}=${encodeURIComponent(text).replace('%2F', '/')}`);
  }
  parts.push(...state.training.changes.map((change) => `change=${formatChange(change)}`));
  return parts.join('&');
}

/**
 * The state of a link. A parameter that is unknown, malformed, out of range or given twice (but for
 * `change`) is left out, and its reason is kept; the value of the preset stays. Never throws.
 */
export function fromStabilityLink(query: string | URLSearchParams): StabilityLink {
  const given = typeof query === 'string' ? new URLSearchParams(query) : query;
  const ignored: ExperimentProblem[] = [];
  const refuse = (where: string, expected: Expectation, got: string) =>
    ignored.push({ where: shorten(where), expected, got: shorten(got) });
  const taken = new Map<string, string>();
  const changes: Change[] = [];
  for (const [name, text] of given) {
    if (name === 'change') {
      const change = changes.length < MAX_CHANGES ? parseChange(text) : undefined;
      if (change) changes.push(change);
      else refuse(name, { kind: 'changes', of: changeNames, max: MAX_CHANGES }, text);
      continue;
    }
    const places = placesOf(name);
    const place = places.find(({ range }) => parsed(range, text) !== undefined);
    const again = place ? taken.has(place.key) : places.some(({ key }) => taken.has(key));
    if (places.length === 0) refuse(name, { kind: 'known' }, text);
    else if (again) refuse(name, { kind: 'once' }, text);
    else if (!place) refuse(name, plain(places.map(({ range }) => range)), text);
    else taken.set(place.key, text);
  }
  let state = stabilityPreset((taken.get('preset') as StabilityPresetName | undefined) ?? usual);
  for (const { path, range } of stabilityFields) {
    const text = taken.get(path);
    if (text !== undefined) state = withValue(state, path, parsed(range, text)!);
  }
  if (changes.length > 0) state = { ...state, training: { ...state.training, changes } };
  const [run, embed] = flags.map((flag) => taken.get(flag) === '1');
  const named = taken.has('preset');
  return { state, named, run, embed, ignored: ignored.slice(0, MAX_IGNORED) };
}

/** Where a parameter may go, and what each place takes; none where there is no such parameter. */
function placesOf(name: string): { key: string; range: Range }[] {
  if (name === 'preset')
    return [{ key: name, range: { kind: 'choice', of: stabilityPresetNames } }];
  if (flags.some((flag) => flag === name))
    return [{ key: name, range: { kind: 'choice', of: ['0', '1'] } }];
  return stabilityFieldsOf(name).map(({ path, range }) => ({ key: path, range }));
}

/** The value of a text, or undefined where the range does not hold it. */
function parsed(range: Range, text: string): string | number | undefined {
  if (range.kind === 'choice') return range.of.find((name) => name === text.trim());
  const value = parseNumber(text);
  if (value === undefined || value < range.min || value > range.max) return undefined;
  return range.kind === 'integer' && !Number.isInteger(value) ? undefined : value;
}

/** Ranges without their schema, so that a problem is plain data; several are choices. */
function plain(ranges: readonly Range[]): Range {
  const [range] = ranges;
  if (range.kind === 'choice')
    return { kind: 'choice', of: ranges.flatMap((one) => ('of' in one ? one.of : [])) };
  return { kind: range.kind, min: range.min, max: range.max };
}
