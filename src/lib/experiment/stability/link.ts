import { formatNumber, parseNumber } from '../number-text.ts';
import { shorten, type Expectation, type ExperimentProblem } from '../problem.ts';
import type { Range } from '../ranges.ts';
import { valueAt, withValue } from './access.ts';
import { stabilityField, stabilityFields } from './fields.ts';
import { stabilityPreset, stabilityPresetNames, type StabilityPresetName } from './presets.ts';
import type { StabilityState } from './state.ts';

/** What a link to the stability page says. */
export interface StabilityLink {
  state: StabilityState;
  /** `run=1`: what the view shows is computed by itself. */
  run: boolean;
  /** `embed=1`: the lab stands alone, without the site around it. */
  embed: boolean;
  /** Parameters that were left out, with the reason, in the order of the link; at most 100. */
  ignored: ExperimentProblem[];
}

const usual: StabilityPresetName = stabilityPresetNames[0];
const MAX_IGNORED = 100;
const flags = ['run', 'embed'] as const;

/** The state as a query without its `?`: its preset, and what differs from it. `fromStabilityLink` undoes it. */
export function toStabilityLink(state: StabilityState): string {
  const name = stabilityPresetNames.find((known) => known === state.preset) ?? usual;
  const base = stabilityPreset(name);
  const parts = name === usual ? [] : [`preset=${name}`];
  for (const { name, path } of stabilityFields) {
    const value = valueAt(state, path);
    if (value === valueAt(base, path)) continue;
    const text = typeof value === 'number' ? formatNumber(value) : value;
    parts.push(`${name}=${encodeURIComponent(text).replace('%2F', '/')}`);
  }
  return parts.join('&');
}

/**
 * The state of a link. A parameter that is unknown, malformed, out of range or given twice is left out,
 * and its reason is kept; the value of the preset stays. Never throws.
 */
export function fromStabilityLink(query: string | URLSearchParams): StabilityLink {
  const given = typeof query === 'string' ? new URLSearchParams(query) : query;
  const ignored: ExperimentProblem[] = [];
  const refuse = (where: string, expected: Expectation, got: string) =>
    ignored.push({ where: shorten(where), expected, got: shorten(got) });
  const values = new Map<string, string>();
  for (const [name, text] of given) {
    if (!rangeOf(name)) refuse(name, { kind: 'known' }, text);
    else if (values.has(name)) refuse(name, { kind: 'once' }, text);
    else if (parsed(rangeOf(name)!, text) === undefined) refuse(name, plain(rangeOf(name)!), text);
    else values.set(name, text);
  }
  let state = stabilityPreset((values.get('preset') as StabilityPresetName | undefined) ?? usual);
  for (const { name, path, range } of stabilityFields) {
    const text = values.get(name);
    if (text !== undefined) state = withValue(state, path, parsed(range, text)!);
  }
  const [run, embed] = flags.map((flag) => values.get(flag) === '1');
  return { state, run, embed, ignored: ignored.slice(0, MAX_IGNORED) };
}

/** What a parameter takes, or undefined where there is no such parameter. */
function rangeOf(name: string): Range | undefined {
  if (name === 'preset') return { kind: 'choice', of: stabilityPresetNames };
  if (flags.some((flag) => flag === name)) return { kind: 'choice', of: ['0', '1'] };
  return stabilityField(name)?.range;
}

/** The value of a text, or undefined where the range does not hold it. */
function parsed(range: Range, text: string): string | number | undefined {
  if (range.kind === 'choice') return range.of.find((name) => name === text.trim());
  const value = parseNumber(text);
  if (value === undefined || value < range.min || value > range.max) return undefined;
  return range.kind === 'integer' && !Number.isInteger(value) ? undefined : value;
}

/** A range without its schema, so that a problem is plain data. */
function plain(range: Range): Range {
  if (range.kind === 'choice') return { kind: 'choice', of: range.of };
  return { kind: range.kind, min: range.min, max: range.max };
}
