import * as v from 'valibot';
import { changeables } from './changes.ts';
import { ExperimentSchema, ranges, type Experiment } from './experiment.ts';
import { fieldAt, fields } from './fields.ts';
import { isPossible } from '#lib/fields/changes.ts';
import { lookUp } from '#lib/fields/paths.ts';
import { plain } from '#lib/fields/ranges.ts';
import { expectationOf } from '#lib/fields/text.ts';
import { isText } from '#lib/fields/is-text.ts';
import { presetNames } from './presets.ts';
import { shorten, type Expectation, type ExperimentProblem } from '#lib/fields/problem.ts';

/**
 * What was made of some JSON. `ignored` names top-level keys that an experiment does not have: they
 * are left out and the rest is taken, so that a file of a later version still opens, and says what of
 * it was not understood. Unknown keys further in are left out without a word.
 */
export type ParsedExperiment =
  | { ok: true; experiment: Experiment; ignored: ExperimentProblem[] }
  | { ok: false; problems: ExperimentProblem[] };

const MAX_PROBLEMS = 100;

/**
 * The experiment in some JSON, checked once, here, at the edge. Beyond the schema it asks for a known
 * preset, for changes that name a layer there is and a value in its range, and for texts and lists that
 * a link can hold. Never throws, and copies nothing but an experiment's own keys.
 */
export function parseExperiment(json: unknown): ParsedExperiment {
  try {
    const long = overlong(json);
    if (long.length > 0) return { ok: false, problems: long };
    const parsed = v.safeParse(ExperimentSchema, json);
    if (!parsed.success) {
      const layers = hiddenLayers(json);
      const problems = parsed.issues
        .slice(0, MAX_PROBLEMS)
        .map((issue) => problemOf(issue, layers));
      return { ok: false, problems };
    }
    const problems = conflicts(parsed.output);
    if (problems.length > 0) return { ok: false, problems };
    return { ok: true, experiment: parsed.output, ignored: unknownKeys(json as object) };
  } catch {
    // Only what no JSON can hold comes here: a getter or a proxy that throws.
    return { ok: false, problems: [{ where: '', expected: { kind: 'object' }, got: 'an object' }] };
  }
}

/** Lists that are longer than their field allows, before anything looks at each item. */
function overlong(json: unknown): ExperimentProblem[] {
  return fields.flatMap(({ path, range }) => {
    const value = lookUp(json, path);
    const max = 'max' in range ? range.max : 0;
    if (!Array.isArray(value) || value.length <= max) return [];
    const expected = expectationOf(range, hiddenLayers(json));
    return [{ where: path, expected, got: shorten(value) }];
  });
}

/** What the schema does not see: values that are right one by one and wrong together. */
function conflicts(experiment: Experiment): ExperimentProblem[] {
  const { preset, data, network, changes } = experiment;
  const layers = network.hidden.length;
  const problems: ExperimentProblem[] = [];
  const refuse = (where: string, expected: Expectation, got: unknown) =>
    problems.push({ where, expected, got: shorten(got) });

  if (!presetNames.some((name) => name === preset))
    refuse('preset', { kind: 'choice', of: presetNames }, preset);
  if (data.kind === 'csv' && !isText(data.labelColumn, labelColumn.maxLength))
    refuse('data.labelColumn', labelColumn, data.labelColumn);
  if ('files' in data)
    data.files.forEach(({ name }, i) => {
      if (!isText(name, 255))
        refuse(`data.files.${i}.name`, { kind: 'text', maxLength: 255 }, name);
    });
  changes.forEach(({ path, value }, i) => {
    if (isPossible(changeables, experiment, path, value)) return;
    const changed = changeables.find((one) => one.path === path && (one.layer ?? -1) < layers);
    if (changed) refuse(`changes.${i}.value`, plain(changed.range), value);
    else refuse(`changes.${i}.path`, expectationOf(fieldAt('changes')!.range, layers), path);
  });
  return problems.slice(0, MAX_PROBLEMS);
}

const labelColumn = fieldAt('data.labelColumn')!.range as { kind: 'text'; maxLength: number };

/** An issue of the schema as a problem of the field in which it occurs. */
function problemOf(issue: v.BaseIssue<unknown>, layers: number): ExperimentProblem {
  const keys = issue.path?.map(({ key }) => String(key)) ?? [];
  const got = shorten(issue.input);
  // The schema checks the whole only for one drop probability per hidden layer.
  if (keys.length === 0 && issue.type === 'check')
    return {
      where: 'dropout.hidden',
      expected: expectationOf(fieldAt('dropout.hidden')!.range, layers),
      got: shorten(lookUp(issue.input, 'dropout.hidden')),
    };
  return { where: shorten(keys.join('.')), expected: expectationAt(keys, issue.type, layers), got };
}

function expectationAt(keys: readonly string[], type: string, layers: number): Expectation {
  if (keys[0] === 'preset') return { kind: 'choice', of: presetNames };
  if (keys[0] === 'version') return { kind: 'choice', of: ['1'] };
  const length = [2, 1].find((n) => fieldAt(keys.slice(0, n).join('.')));
  const field = length && fieldAt(keys.slice(0, length).join('.'));
  if (!field) return { kind: 'object' };
  const { range } = field;
  if (type === 'check') return { kind: 'distinct' };
  const item = keys.length > length;
  if (item && (range.kind === 'list' || range.kind === 'per-layer')) return plain(range.of);
  return expectationOf(range, layers);
}

function unknownKeys(json: object): ExperimentProblem[] {
  return Object.keys(json)
    .filter((key) => !Object.hasOwn(ExperimentSchema.entries, key))
    .slice(0, MAX_PROBLEMS)
    .map((key) => ({
      where: shorten(key),
      expected: { kind: 'known' },
      got: shorten((json as Record<string, unknown>)[key]),
    }));
}

function hiddenLayers(json: unknown): number {
  const hidden = lookUp(json, 'network.hidden');
  return Array.isArray(hidden) ? Math.min(hidden.length, ranges.layers.max) : ranges.layers.max;
}
