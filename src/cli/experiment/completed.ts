import type { DataKind, Experiment } from '#lib/experiment/experiment.ts';
import { preset, presetNames } from '#lib/experiment/presets.ts';
import { withDataKind, withHidden } from '#lib/experiment/with-field.ts';

type Json = Record<string, unknown>;

const kinds: Record<DataKind, true> = { digits: true, plane: true, idx: true, csv: true };

/**
 * A whole experiment from the differences to a preset: to the one that `json` names, or `noisy-digits`. As
 * in a link, another kind of data brings the defaults of that kind, and other hidden layers bring a drop
 * probability each. Nothing is checked: what is wrong in `json` is wrong in the result as well.
 */
export function completed(json: Json): unknown {
  const name = presetNames.find((known) => known === (json.preset ?? 'noisy-digits'));
  if (!name) return json;
  let base: Experiment = preset(name);
  const kind = at(json, 'data', 'kind');
  if (typeof kind === 'string' && Object.hasOwn(kinds, kind)) {
    base = withDataKind(base, kind as DataKind);
  }
  const hidden = at(json, 'network', 'hidden');
  if (Array.isArray(hidden) && hidden.length < 100) base = withHidden(base, hidden as number[]);
  return merged(base, json);
}

/** The paths in `json` that `experiment` does not have. */
export function unknownPaths(json: unknown, experiment: unknown, path = ''): string[] {
  if (typeof json !== 'object' || json === null) return [];
  if (typeof experiment !== 'object' || experiment === null) return [];
  return Object.entries(json).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}.${key}`;
    if (!Object.hasOwn(experiment, key)) return [here];
    return unknownPaths(value, (experiment as Json)[key], here);
  });
}

function merged(base: unknown, json: unknown): unknown {
  if (!isObject(base) || !isObject(json)) return json;
  // Built from entries, not by assignments, so that a key `__proto__` stays a key.
  const keys = new Set([...Object.keys(base), ...Object.keys(json)]);
  return Object.fromEntries(
    Array.from(keys, (key) => [
      key,
      Object.hasOwn(json, key) ? merged(base[key], json[key]) : base[key],
    ]),
  );
}

function at(json: Json, first: string, second: string): unknown {
  const inner = json[first];
  return isObject(inner) ? inner[second] : undefined;
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
