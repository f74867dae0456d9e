import { getAt, type FieldValue } from './access.ts';
import type { Change, Experiment } from './experiment.ts';
import { formatField, parseField } from './field-text.ts';
import { applies, fieldNamed, fields, type Field } from './fields.ts';
import { preset, presetNames, type PresetName } from './presets.ts';
import { shorten, type Expectation, type ExperimentProblem } from './problem.ts';
import { withField } from './with-field.ts';

/** What a link says. */
export interface Link {
  experiment: Experiment;
  /** `run=1`: the experiment starts by itself. */
  run: boolean;
  /** `embed=1`: the lab stands alone, without the site around it. */
  embed: boolean;
  /** Parameters that were left out, with the reason, in the order of the link; at most 100. */
  ignored: ExperimentProblem[];
}

const DEFAULT_PRESET: PresetName = 'noisy-digits';
const MAX_IGNORED = 100;

/** Parameters that are no part of the experiment. */
const flags = ['run', 'embed'] as const;

/**
 * The experiment as a query without its `?`: the preset, unless it is the page's own (`usual`), and
 * every parameter that differs from it. `fromLink` gives the same experiment back.
 */
export function toLink(experiment: Experiment, usual: PresetName = DEFAULT_PRESET): string {
  const name = presetNames.find((known) => known === experiment.preset) ?? usual;
  const parts = name === usual ? [] : [`preset=${name}`];
  let base: Experiment = preset(name);
  for (const field of fields) {
    const value = getAt(experiment, field.path);
    if (value === undefined || !applies(field, experiment)) continue;
    if (same(value, getAt(base, field.path))) continue;
    const outcome = withField(base, field, value);
    if (outcome.ok) base = outcome.experiment;
    const values = field.range.kind === 'changes' ? (value as Change[]).map((c) => [c]) : [value];
    for (const one of values) parts.push(`${field.name}=${encode(formatField(field, one))}`);
  }
  return parts.join('&');
}

/**
 * The experiment of a link. A parameter that is unknown, malformed, out of range, given twice or not
 * of this kind of data is left out, and its reason is kept; the value of the preset stays. Parameters
 * are read in the order of `fields`, not in that of the link. `usual` is the preset of a page whose
 * link names none. Never throws.
 */
export function fromLink(
  query: string | URLSearchParams,
  usual: PresetName = DEFAULT_PRESET,
): Link {
  const given = typeof query === 'string' ? new URLSearchParams(query) : query;
  const problems: (ExperimentProblem & { at: number })[] = [];
  const values = new Map<string, { text: string; at: number }[]>();
  let at = 0;
  for (const [name, text] of given) {
    const list = values.get(name) ?? [];
    values.set(name, list);
    const once = fieldNamed(name)?.range.kind !== 'changes';
    if (!isKnown(name)) refuse(shorten(name), { kind: 'known' }, text, at);
    else if (list.length > 0 && once) refuse(name, { kind: 'once' }, text, at);
    else list.push({ text, at });
    at++;
  }

  function refuse(where: string, expected: Expectation, got: string, at: number): void {
    problems.push({ where, expected, got: shorten(got), at });
  }
  function flag(name: (typeof flags)[number]): boolean {
    const [value] = values.get(name) ?? [];
    if (value === undefined) return false;
    if (value.text !== '0' && value.text !== '1')
      refuse(name, { kind: 'choice', of: ['0', '1'] }, value.text, value.at);
    return value.text === '1';
  }

  let experiment = preset(usual);
  const [chosen] = values.get('preset') ?? [];
  if (chosen !== undefined) {
    const name = presetNames.find((known) => known === chosen.text);
    if (name) experiment = preset(name);
    else refuse('preset', { kind: 'choice', of: presetNames }, chosen.text, chosen.at);
  }
  for (const field of fields) {
    for (const { text, at } of values.get(field.name) ?? []) {
      const parsed = parseField(field, text, experiment.network.hidden.length);
      const outcome = parsed.ok
        ? withField(experiment, field, appended(experiment, field, parsed.value))
        : parsed;
      if (outcome.ok) experiment = outcome.experiment;
      else problems.push({ ...outcome.problem, got: shorten(text), at });
    }
  }
  const [run, embed] = flags.map(flag);
  const ignored = problems
    .sort((a, b) => a.at - b.at)
    .slice(0, MAX_IGNORED)
    .map(({ where, expected, got }) => ({ where, expected, got }));
  return { experiment, run, embed, ignored };
}

function isKnown(name: string): boolean {
  return name === 'preset' || flags.some((flag) => flag === name) || fieldNamed(name) !== undefined;
}

/** Changes of a run add up, one parameter each; every other value stands for itself. */
function appended(experiment: Experiment, field: Field, value: FieldValue): FieldValue {
  if (field.range.kind !== 'changes') return value;
  return [...experiment.changes, ...(value as Change[])];
}

/** Equality of plain values. */
function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Percent-encoded, but for the marks that a query may hold and a person would rather read. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/%(2C|3A|2F)/g, decodeURIComponent);
}
